package dev.deed.lint.rule.failure;

import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.TableEffect.AltersColumn;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.ColumnChange;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.TableChange;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Storage parameters that the relation does not have. Those with a prefix may be an extension's,
/// and so may those of access methods that do not come with PostgreSQL.
final class StorageOptions implements Refusals {

  /// Later versions may have parameters that are not known here.
  private static final int LAST_KNOWN = 18;

  private static final int SECURITY_INVOKER = 15;

  private static final Set<String> TABLE =
      Set.of(
          ("fillfactor toast_tuple_target parallel_workers user_catalog_table vacuum_index_cleanup"
                  + " vacuum_truncate log_autovacuum_min_duration autovacuum_enabled"
                  + " autovacuum_vacuum_threshold autovacuum_vacuum_max_threshold"
                  + " autovacuum_vacuum_scale_factor autovacuum_vacuum_insert_threshold"
                  + " autovacuum_vacuum_insert_scale_factor autovacuum_analyze_threshold"
                  + " autovacuum_analyze_scale_factor autovacuum_vacuum_cost_delay"
                  + " autovacuum_vacuum_cost_limit autovacuum_freeze_min_age autovacuum_freeze_max_age"
                  + " autovacuum_freeze_table_age autovacuum_multixact_freeze_min_age"
                  + " autovacuum_multixact_freeze_max_age autovacuum_multixact_freeze_table_age"
                  + " vacuum_max_eager_freeze_failure_rate oids")
              .split(" "));

  private static final Map<String, Set<String>> INDEX =
      Map.of(
          "btree", Set.of("fillfactor", "deduplicate_items", "vacuum_cleanup_index_scale_factor"),
          "hash", Set.of("fillfactor"),
          "gist", Set.of("fillfactor", "buffering"),
          "spgist", Set.of("fillfactor"),
          "gin", Set.of("fastupdate", "gin_pending_list_limit"),
          "brin", Set.of("pages_per_range", "autosummarize"));

  private static final Set<String> VIEW =
      Set.of("check_option", "security_barrier", "security_invoker");
  private static final Set<String> COLUMN = Set.of("n_distinct", "n_distinct_inherited");

  /// Those of the table are not those of its TOAST table.
  private static final Set<String> NOT_OF_TOAST =
      Set.of(
          "fillfactor",
          "toast_tuple_target",
          "parallel_workers",
          "user_catalog_table",
          "autovacuum_analyze_threshold",
          "autovacuum_analyze_scale_factor");

  private static final String TOAST = "toast.";

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        CreatesTable.class,
        CreatesIndex.class,
        CreatesView.class,
        AltersTable.class,
        AltersColumn.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    if (known.postgres() > LAST_KNOWN) {
      return Optional.empty();
    }
    return switch (effect) {
      case CreatesTable e when isHeap(e) ->
          e.definition().partitionBy() == null
              ? wrong(e.definition().options(), TABLE, "table", e.span())
              : partitioned(e.definition().options().keySet(), e.span());
      case CreatesIndex e when INDEX.containsKey(e.method()) ->
          wrong(e.options(), INDEX.get(e.method()), e.method(), e.span());
      case CreatesView e when e.kind() == ObjectKind.VIEW -> view(e.options(), e.span(), known);
      case AltersTable e when e.change() == TableChange.SET_OPTIONS -> altered(e, known);
      case AltersColumn e when e.change() == ColumnChange.SET_OPTIONS ->
          wrong(e.options(), COLUMN, "column", e.span());
      default -> Optional.empty();
    };
  }

  private static boolean isHeap(CreatesTable effect) {
    var method = effect.definition().accessMethod();
    return effect.kind() == ObjectKind.TABLE && (method == null || method.equals("heap"));
  }

  private static Optional<Refusal> altered(AltersTable effect, Known known) {
    var object = known.object(effect.table());
    if (object.isEmpty()) {
      return Optional.empty();
    }
    return switch (object.get()) {
      case Table table when table.server() == null && table.storage().accessMethod() == null ->
          table.partitionBy() == null
              ? wrong(effect.options(), TABLE, "table", effect.span())
              : partitioned(effect.options().keySet(), effect.span());
      case Index index when INDEX.containsKey(index.method()) ->
          wrong(effect.options(), INDEX.get(index.method()), index.method(), effect.span());
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> view(Map<String, String> options, Span span, Known known) {
    if (options.containsKey("security_invoker") && known.runsBefore(SECURITY_INVOKER)) {
      return Refusal.of(
          span,
          "views have security_invoker only from PostgreSQL %d on".formatted(SECURITY_INVOKER),
          "leave it out, or give the database's version in the ownership file");
    }
    return wrong(options, VIEW, "view", span);
  }

  private static Optional<Refusal> partitioned(Collection<String> options, Span span) {
    return options.stream()
        .filter(o -> !o.contains(".") && !o.equals("oids"))
        .findFirst()
        .flatMap(o ->
            Refusal.of(
                span,
                "partitioned tables have no storage parameters, and this sets " + o,
                "set it for each partition"));
  }

  private static Optional<Refusal> wrong(
      Map<String, String> options, Set<String> known, String of, Span span) {
    for (var option : options.entrySet()) {
      var name = option.getKey();
      if (!name.contains(".") && !known.contains(name)) {
        return Refusal.of(
            span,
            "%s has no storage parameter %s".formatted(a(of), name),
            Known.near(name, known, "remove it"));
      }
      if (name.startsWith(TOAST) && NOT_OF_TOAST.contains(name.substring(TOAST.length()))) {
        return Refusal.of(
            span,
            "a TOAST table has no storage parameter " + name.substring(TOAST.length()),
            "remove it");
      }
      var own = name.startsWith(TOAST) ? name.substring(TOAST.length()) : name;
      var expected = OptionValues.expected(own, option.getValue());
      if (expected.isPresent()) {
        return Refusal.of(
            span,
            "the storage parameter %s is %s, and not %s"
                .formatted(name, expected.get(), option.getValue()),
            "write a value that it takes");
      }
    }
    return Optional.empty();
  }

  private static String a(String of) {
    return INDEX.containsKey(of) ? "an index of the method " + of : "a " + of;
  }
}
