package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.SequenceEffect;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.Altering;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Tokens;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A column that a statement names and that its table does not have.
final class MissingColumns implements Refusals {

  /// Words of a statement whose condition may name columns of something other than its table.
  private static final Pattern READS_ELSEWHERE = Pattern.compile("(?i)\\b(from|using|with)\\b");

  private static String text(Known known) {
    return known
        .view()
        .text(known.view().statement().span())
        .replaceFirst("(?i)delete\\s+from", "");
  }

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        Altering.class,
        TableEffect.CreatesTable.class,
        CreatesIndex.class,
        AttachedEffect.class,
        WritesRows.class,
        ObjectEffect.Renames.class,
        ObjectEffect.Comments.class,
        SequenceEffect.class,
        PrivilegeEffect.ChangesPrivileges.class,
        ObjectEffect.Publishes.class,
        ObjectEffect.Creates.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case AddsConstraint e when !e.target().ifExists() ->
          first(e.table(), ConstraintColumns.of(e.constraint(), e.table().name()), e.span(), known)
              .or(() -> parent(e.table(), e.constraint(), known));
      case TableEffect.AddsColumn e when e.column().generated() != null ->
          first(
              e.table(),
              Columns.in(e.column().generated().expression(), e.table().name()),
              e.column().span(),
              known);
      case Altering e when !e.target().ifExists() -> first(e.table(), of(e), e.span(), known);
      case TableEffect.CreatesTable e -> ofNew(e, known);
      case CreatesIndex e -> first(e.table(), of(e), e.span(), known);
      case AttachedEffect e -> first(e.table(), of(e), e.span(), known);
      case WritesRows e -> first(e.relation(), of(e, known), e.span(), known);
      case ObjectEffect.Renames e when !e.ifExists() -> ofObject(e, known);
      case ObjectEffect.Comments e -> ofObject(e, known);
      case SequenceEffect e -> owner(e, known);
      case PrivilegeEffect.ChangesPrivileges e -> privileges(e, known);
      case ObjectEffect.Publishes e -> published(e, known);
      case ObjectEffect.Creates e
          when e.object().kind() == ObjectKind.STATISTICS && !e.ifNotExists() ->
          statistics(e, known);
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> first(
      QualifiedName table, Collection<String> columns, Span span, Known known) {
    for (var column : columns) {
      if (known.lacks(table, column)) {
        return Optional.of(refusal(table, column, span, known));
      }
    }
    return Optional.empty();
  }

  static Refusal refusal(QualifiedName table, String column, Span span, Known known) {
    var name = known.name(table);
    var object = ObjectName.column(name, column);
    var has = known.catalog().columns(name).stream().map(c -> c.part()).toList();
    var gone = known.gone(object, "");
    return new Refusal(
        span,
        "%s has no column %s%s"
            .formatted(name.dotted(), Identifier.quoted(column), gone.isEmpty() ? "" : ": " + gone),
        !gone.isEmpty() && known.view().isPartOf("expand", "backfill", "switch", "contract")
            ? "the files of this changeover are older than that: take it back where it is begun (deed changeover abandon), delete them and type its deed expand again"
            : Known.near(column, has, "add the column first, or name one that the table has"),
        List.of(ObjectName.table(name)));
  }

  private static Optional<Refusal> ofObject(ObjectEffect effect, Known known) {
    var object = effect.object();
    return object.kind() == ObjectKind.COLUMN
        ? first(object.name(), List.of(object.own()), effect.span(), known)
        : Optional.empty();
  }

  private static Optional<Refusal> owner(SequenceEffect effect, Known known) {
    var column = effect.options().ownedByColumn();
    var table = effect.options().ownedBy();
    return table == null || column == null
        ? Optional.empty()
        : first(table, List.of(column), effect.span(), known);
  }

  private static Optional<Refusal> privileges(
      PrivilegeEffect.ChangesPrivileges effect, Known known) {
    var columns = new LinkedHashSet<String>();
    for (var privilege : effect.privileges()) {
      columns.addAll(listed(privilege));
    }
    return effect.objects().stream()
        .filter(o -> o.kind().isRelation())
        .flatMap(o -> first(o.name(), columns, effect.span(), known).stream())
        .findFirst();
  }

  /// The names in `update (a, "B c")`.
  private static List<String> listed(String privilege) {
    var open = privilege.indexOf('(');
    if (open < 0) {
      return List.of();
    }
    var cursor = new Cursor(Tokens.of(privilege.substring(open)));
    return cursor.namesInParentheses("a column name");
  }

  private static Optional<Refusal> published(ObjectEffect.Publishes effect, Known known) {
    for (var table : effect.published().tables()) {
      var names = new LinkedHashSet<>(table.columns());
      names.addAll(Columns.in(table.where(), table.name().name()));
      var found = first(table.name(), names, table.span(), known);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static final Pattern PLAIN_STATISTICS =
      Pattern.compile("(?:\\([^)]*\\) )?on ([^()]*) from [^,()]*");

  /// Statistics on columns only.
  private static Optional<Refusal> statistics(ObjectEffect.Creates effect, Known known) {
    var matcher = PLAIN_STATISTICS.matcher(effect.definition());
    return matcher.matches() && effect.parts().size() == 1
        ? first(
            effect.parts().getFirst().object().name(),
            listed("(" + matcher.group(1) + ")"),
            effect.span(),
            known)
        : Optional.empty();
  }

  // What an effect names

  private static Set<String> of(Altering effect) {
    return switch (effect) {
      case TableEffect.DropsColumn e -> e.ifExists() ? Set.of() : Set.of(e.column());
      case TableEffect.AltersColumnType e -> {
        var names = new LinkedHashSet<String>();
        names.add(e.column());
        names.addAll(Columns.in(e.using(), e.table().name()));
        yield names;
      }
      case TableEffect.SetsDefault e -> Set.of(e.column());
      case TableEffect.SetsNotNull e -> Set.of(e.column());
      case TableEffect.DropsNotNull e -> Set.of(e.column());
      case TableEffect.AltersColumn e -> Set.of(e.column());
      default -> Set.of();
    };
  }

  private static Set<String> of(CreatesIndex effect) {
    var names = new LinkedHashSet<String>();
    effect.elements().forEach(e -> names.addAll(of(e, effect.table().name())));
    names.addAll(effect.include());
    names.addAll(Columns.in(effect.where(), effect.table().name()));
    return names;
  }

  static Set<String> of(IndexElement element, String table) {
    return element.column() != null
        ? Set.of(element.column())
        : Columns.in(element.expression(), table);
  }

  private static Set<String> of(AttachedEffect effect) {
    var names = new LinkedHashSet<String>();
    switch (effect) {
      case AttachedEffect.CreatesTrigger e -> {
        names.addAll(e.fires().columns());
        names.addAll(Columns.in(e.fires().when(), "new", "old"));
      }
      case AttachedEffect.CreatesPolicy e -> {
        names.addAll(Columns.in(e.using(), e.table().name()));
        names.addAll(Columns.in(e.check(), e.table().name()));
      }
      case AttachedEffect.AltersPolicy e -> {
        names.addAll(Columns.in(e.using(), e.table().name()));
        names.addAll(Columns.in(e.check(), e.table().name()));
      }
      case AttachedEffect.CreatesRule _ -> {}
    }
    return names;
  }

  /// Assigned columns; those of the condition only where no other relation can be meant.
  private static Set<String> of(WritesRows effect, Known known) {
    if (effect.writing() == RowsEffect.Writing.MERGE) {
      return Set.of();
    }
    var names = new LinkedHashSet<String>(effect.columns());
    var isAlone =
        known.view().statement().effects().stream().filter(RowsEffect.class::isInstance).count()
            == 1;
    if (isAlone && effect.where() != null && !READS_ELSEWHERE.matcher(text(known)).find()) {
      names.addAll(Columns.in(effect.where(), effect.relation().name()));
    }
    return names;
  }

  // Keys

  private static Optional<Refusal> parent(QualifiedName table, Constraint constraint, Known known) {
    return constraint.rule() instanceof Constraint.ForeignKey key
            && !known.name(key.parent()).equals(known.name(table))
        ? first(key.parent(), key.parentColumns(), key.parentSpan(), known)
        : Optional.empty();
  }

  /// A table's constraints name its own columns, if the text shows all of them.
  private static Optional<Refusal> ofNew(TableEffect.CreatesTable effect, Known known) {
    var definition = effect.definition();
    for (var constraint : definition.constraints()) {
      var found = parent(effect.table(), constraint, known);
      if (found.isPresent()) {
        return found;
      }
    }
    if (!NewTable.isWhole(definition)) {
      return Optional.empty();
    }
    var own = NewTable.columns(definition);
    for (var constraint : definition.constraints()) {
      for (var column : ConstraintColumns.of(constraint, effect.table().name())) {
        if (!own.contains(column) && !Known.isSystemColumn(column)) {
          return Refusal.of(
              constraint.span(),
              "%s has no column %s".formatted(effect.table().dotted(), Identifier.quoted(column)),
              Known.near(column, own, "define the column, or name one that the table has"));
        }
      }
    }
    return partitionKey(effect, own);
  }

  private static Optional<Refusal> partitionKey(TableEffect.CreatesTable effect, List<String> own) {
    var by = effect.definition().partitionBy();
    if (by == null) {
      return Optional.empty();
    }
    for (var key : by.keys()) {
      var names =
          key.column() != null
              ? Set.of(key.column())
              : Columns.in(key.expression(), effect.table().name());
      for (var column : names) {
        if (!own.contains(column)) {
          return Refusal.of(
              effect.span(),
              "%s is partitioned by %s, which it has no column for"
                  .formatted(effect.table().dotted(), Identifier.quoted(column)),
              Known.near(column, own, "define the column, or name one that the table has"));
        }
      }
    }
    return Optional.empty();
  }
}
