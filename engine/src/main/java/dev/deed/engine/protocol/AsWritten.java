package dev.deed.engine.protocol;

import dev.deed.engine.MigrationBody;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.SequenceEffect.CreatesSequence;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes sure of what `IF NOT EXISTS` has found: a statement that does nothing because something of
/// that name is there is right only where it is what the statement says. The server compares, in
/// its own words, so that `int4` is `integer` and an expression is what it means.
public final class AsWritten {

  /// The error code of an object that exists and is not as it is written.
  public static final String OTHERWISE = "DEED2";

  private static final String ASK = ObservationSql.resource("as-written.sql");

  private static final Map<String, String> SERIALS =
      Map.of("serial", "integer", "bigserial", "bigint", "smallserial", "smallint");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

  /// Kinds of relations as in `pg_class.relkind` that have columns like a table's.
  private static final String WITH_COLUMNS = "rpfm";

  private final Script script;
  private final LaterChanges later;
  private final List<String> relations = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();

  private AsWritten(MigrationBody body, LaterChanges later) {
    this.script = body.script();
    this.later = later;
  }

  /// One command, sent after these statements under the settings that they ran under; empty where
  /// none of them says `IF NOT EXISTS`. What later statements of the script change is theirs.
  ///
  /// @param later of all statements of the body
  /// @param first position of a statement
  /// @param end after the last
  static Optional<String> verify(MigrationBody body, LaterChanges later, int first, int end) {
    var written = new AsWritten(body, later);
    for (var i = first; i < end; i++) {
      for (var effect : body.statements().get(i).effects()) {
        written.add(i, effect);
      }
    }
    return written.rows.isEmpty() ? Optional.empty() : Optional.of(written.sql());
  }

  private String sql() {
    var body =
        ASK.formatted(
            String.join(",\n", relations),
            types.isEmpty() ? "    NULL" : String.join(",\n", types),
            String.join(",\n", rows),
            OTHERWISE);
    return "DO " + PsqlText.quoted("$deed", "\n" + body);
  }

  private void add(int place, Effect effect) {
    switch (effect) {
      case AddsColumn e when e.ifNotExists() -> {
        if (!later.replaces(place, e.table())) {
          var relation = inPath(e.table());
          column(place, e.table(), e.column(), relation, "ADD COLUMN IF NOT EXISTS");
        }
      }
      case CreatesTable e when e.ifNotExists() -> {
        if (!later.replaces(place, e.table())) {
          table(place, e);
        }
      }
      case CreatesIndex e when e.ifNotExists() && e.name() != null -> {
        if (!later.replaces(place, e.table())
            && !later.replaces(place, QualifiedName.of(e.table().schema(), e.name()))) {
          index(place, e);
        }
      }
      case CreatesSequence e when e.ifNotExists() -> {
        if (!later.replaces(place, e.sequence())) {
          sequence(place, e);
        }
      }
      case CreatesView e when e.ifNotExists() -> {
        if (!later.replaces(place, e.view())) {
          view(place, e);
        }
      }
      default -> {}
    }
  }

  private void table(int place, CreatesTable effect) {
    var definition = effect.definition();
    var clause = "CREATE TABLE IF NOT EXISTS";
    var persistence = definition.persistence();
    var relation = created(effect.table(), persistence == Persistence.TEMPORARY);
    var isPartitioned = definition.partitionBy() != null;
    var isForeign = effect.kind() == ObjectKind.FOREIGN_TABLE;
    var facts = new TreeMap<String, String>();
    if (persistence != Persistence.TEMPORARY && !isPartitioned && !isForeign) {
      facts.put("persistence", persistence == Persistence.UNLOGGED ? "u" : "p");
    }
    row(
        place,
        "relation",
        isForeign ? "CREATE FOREIGN TABLE IF NOT EXISTS" : clause,
        relation,
        null,
        isForeign ? "f" : isPartitioned ? "p" : "r",
        isForeign ? "a foreign table" : isPartitioned ? "a partitioned table" : "a table",
        0,
        false,
        facts);
    var partition = definition.partitionOf();
    if (partition != null) {
      var parent = inPath(partition.parent());
      var words = "PARTITION OF " + partition.parent().quoted();
      row(place, "parent", clause, relation, null, "", words, parent, false, Map.of());
    }
    for (var column : definition.columns()) {
      column(place, effect.table(), column, relation, clause);
    }
  }

  private void column(int place, QualifiedName table, Column column, int relation, String clause) {
    var type = column.type();
    var changed = later.ofColumn(place, table, column.name());
    if (changed.isOther()) {
      return;
    }
    var isSerial = type != null && SERIALS.containsKey(type.text());
    var words = type == null ? null : isSerial ? SERIALS.get(type.text()) : type.text();
    if (words != null) {
      types.add("    pg_catalog.to_regtype(%s)".formatted(PsqlText.literal(words)));
    }
    var facts = new TreeMap<String, String>();
    facts.put("not null", String.valueOf(column.notNull() && !changed.isNullable()));
    if (!changed.hasOtherValue()) {
      facts.put("identity", String.valueOf(column.identity() != null));
      facts.put("generated", String.valueOf(column.generated() != null));
      facts.put("default", String.valueOf(isSerial || hasDefault(column)));
    }
    row(
        place,
        "column",
        clause,
        relation,
        column.name(),
        WITH_COLUMNS,
        words,
        words == null ? 0 : types.size(),
        type != null && !type.modifiers().isEmpty(),
        facts);
  }

  /// PostgreSQL keeps no default that is a NULL.
  private static boolean hasDefault(Column column) {
    var value = column.defaultValue();
    return value != null && !value.canonical().toLowerCase(Locale.ROOT).contains("null");
  }

  private void index(int place, CreatesIndex effect) {
    row(
        place,
        "index",
        "CREATE INDEX IF NOT EXISTS",
        inPath(effect.table()),
        effect.name(),
        effect.unique() ? "UNIQUE" : "",
        script.text().substring(effect.tableSpan().end(), effect.span().end()) + "\n",
        0,
        false,
        Map.of());
  }

  private void sequence(int place, CreatesSequence effect) {
    var clause = "CREATE SEQUENCE IF NOT EXISTS";
    var relation = created(effect.sequence(), effect.persistence() == Persistence.TEMPORARY);
    row(place, "relation", clause, relation, null, "S", "a sequence", 0, false, Map.of());
    var facts = new TreeMap<String, String>();
    effect
        .options()
        .values()
        .forEach((option, value) -> {
          switch (option) {
            case "as" -> facts.put("AS", TypeName.of(value).text());
            case "increment", "minvalue", "maxvalue", "cache" -> {
              if (NUMBER.matcher(value).matches()) {
                facts.put(option.toUpperCase(Locale.ROOT), String.valueOf(Long.parseLong(value)));
              }
            }
            case "cycle" -> facts.put("CYCLE", String.valueOf(!value.equals("no")));
            default -> {}
          }
        });
    row(place, "sequence", clause, relation, null, "", null, 0, false, facts);
  }

  private void view(int place, CreatesView effect) {
    var clause = "CREATE MATERIALIZED VIEW IF NOT EXISTS";
    var relation = created(effect.view(), false);
    row(place, "relation", clause, relation, null, "m", "a materialized view", 0, false, Map.of());
    for (var column : effect.columns()) {
      row(place, "column", clause, relation, column, "m", null, 0, false, Map.of());
    }
  }

  /// A table as the script looks it up.
  private int inPath(QualifiedName name) {
    return relation(PsqlText.literal(withoutCatalog(name).quoted()));
  }

  /// Where the statement would have created it.
  private int created(QualifiedName name, boolean isTemporary) {
    if (isTemporary) {
      return relation(PsqlText.literal(QualifiedName.of("pg_temp", name.name()).quoted()));
    }
    return name.schema() != null
        ? inPath(name)
        : relation(
            "pg_catalog.concat(pg_catalog.quote_ident(pg_catalog.current_schema()), '.', %s)"
                .formatted(PsqlText.literal(name.quoted())));
  }

  private static QualifiedName withoutCatalog(QualifiedName name) {
    return QualifiedName.of(name.schema(), name.name());
  }

  private int relation(String name) {
    relations.add("    pg_catalog.to_regclass(%s)".formatted(name));
    return relations.size();
  }

  private void row(
      int place,
      String what,
      String clause,
      int relation,
      @Nullable String name,
      String kinds,
      @Nullable String words,
      int type,
      boolean isModified,
      Map<String, String> facts) {
    var json =
        facts.entrySet().stream()
            .map(fact -> "\"%s\": \"%s\"".formatted(fact.getKey(), fact.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
    rows.add(
        "    (%d, '%s', '%s', %d, %s, '%s', %s, %d, %s, '%s'::jsonb)"
            .formatted(
                place,
                what,
                clause,
                relation,
                text(name),
                kinds,
                text(words),
                type,
                isModified,
                json));
  }

  private static String text(@Nullable String value) {
    return value == null ? "NULL::text" : PsqlText.literal(value) + "::text";
  }
}
