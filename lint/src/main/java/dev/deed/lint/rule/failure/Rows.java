package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.Firing;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.TruncatesTable;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Rows that no table takes.
final class Rows implements Refusals {

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(WritesRows.class, TruncatesTable.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case WritesRows e when e.writing() == Writing.INSERT && isWhole(e, known) -> insert(e, known);
      case WritesRows e when e.writing() == Writing.UPDATE -> update(e, known);
      case TruncatesTable e when !e.cascade() -> truncate(e, known);
      default -> Optional.empty();
    };
  }

  /// Whether the statement writes nothing else: its text is the text of this effect.
  private static boolean isWhole(WritesRows effect, Known known) {
    var writes =
        known.subcommands(WritesRows.class).filter(w -> w.writing() == Writing.INSERT).toList();
    return writes.size() == 1 && writes.getFirst().equals(effect);
  }

  private static Optional<Refusal> insert(WritesRows effect, Known known) {
    var table = known.table(effect.relation());
    if (table.isEmpty()
        || !known.catalog().hasAllColumns(table.get().qualifiedName())
        || isRewritten(table.get(), known)) {
      return Optional.empty();
    }
    var insert = Insert.of(known.view().text(known.view().statement().span()));
    if (insert.isEmpty()) {
      return Optional.empty();
    }
    var conflict = insert.get().conflict();
    return count(effect, insert.get(), table.get())
        .or(() -> always(effect, insert.get(), table.get(), known))
        .or(() -> nulls(effect, insert.get(), table.get(), known))
        .or(() -> conflict(effect, conflict, table.get(), known))
        .or(() -> arbiter(effect, table.get(), known));
  }

  /// Rules replace the statement, triggers the values.
  private static boolean isRewritten(Table table, Known known) {
    var name = table.qualifiedName();
    return known.catalog().dependants(table.name()).stream()
            .anyMatch(dev.deed.sql.schema.RelationPart.Rule.class::isInstance)
        || known.catalog().triggers(name).stream().anyMatch(t -> t.enabled() != Firing.DISABLED);
  }

  private static List<String> targets(WritesRows effect, Table table, Insert insert) {
    // With ON CONFLICT ... SET, the assigned columns follow the inserted ones.
    return effect.columns().isEmpty()
        ? table.columns()
        : insert.rows().isEmpty() ? List.of() : effect.columns();
  }

  private static Optional<Refusal> count(WritesRows effect, Insert insert, Table table) {
    var columns = targets(effect, table, insert);
    if (insert.mayUpsert() && !effect.columns().isEmpty()) {
      return Optional.empty();
    }
    for (var row : insert.rows()) {
      var isTooFew = !effect.columns().isEmpty() && row.size() < columns.size();
      if ((row.size() > columns.size() || isTooFew) && !row.contains(Insert.Value.ALL)) {
        return Refusal.of(
            effect.span(),
            "a row has %d values for %d columns of %s"
                .formatted(row.size(), columns.size(), table.qualifiedName().dotted()),
            "write one value for each column",
            table.name());
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> always(
      WritesRows effect, Insert insert, Table table, Known known) {
    if (insert.rows().isEmpty() || (insert.mayUpsert() && !effect.columns().isEmpty())) {
      return Optional.empty();
    }
    var columns = targets(effect, table, insert);
    for (var row : insert.rows()) {
      for (var i = 0; i < Math.min(row.size(), columns.size()); i++) {
        var column = known.column(effect.relation(), columns.get(i));
        if (column.isPresent()
            && row.get(i) != Insert.Value.DEFAULT
            && isAlways(column.get(), insert)) {
          return generated(effect, column.get(), known);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAlways(TableColumn column, Insert insert) {
    return column.generated() != null
        || ("always".equals(column.identity()) && insert.overriding().isEmpty());
  }

  private static Optional<Refusal> generated(WritesRows effect, TableColumn column, Known known) {
    return Refusal.of(
        effect.span(),
        "%s is GENERATED ALWAYS, and takes only DEFAULT%s"
            .formatted(column.name().text(), known.created(column.name())),
        column.generated() == null
            ? "leave the column out, or write OVERRIDING SYSTEM VALUE"
            : "leave the column out",
        column.name());
  }

  // Nulls

  private static Optional<Refusal> nulls(
      WritesRows effect, Insert insert, Table table, Known known) {
    if (insert.rows().isEmpty() || insert.mayUpsert() || table.partitionBy() != null) {
      return Optional.empty();
    }
    var columns = targets(effect, table, insert);
    var row = insert.rows().getFirst();
    for (var column : known.catalog().columns(table.qualifiedName())) {
      var place = columns.indexOf(column.part());
      var isGiven = place >= 0 && place < row.size();
      var isNull = isGiven && row.get(place) == Insert.Value.NULL;
      var isLeftOut = !isGiven || row.get(place) == Insert.Value.DEFAULT;
      if (column.notNull()
          && column.generated() == null
          && column.identity() == null
          && (isNull || (isLeftOut && hasNoDefault(column)))) {
        return Refusal.of(
            effect.span(),
            "%s is NOT NULL, and the row has no value for it%s"
                .formatted(column.name().text(), known.created(column.name())),
            "write a value for %s".formatted(Identifier.quoted(column.part())),
            column.name());
      }
    }
    return Optional.empty();
  }

  /// A domain may have a default of its own.
  private static boolean hasNoDefault(TableColumn column) {
    return column.defaultValue() == null && Types.isBuiltIn(column.type());
  }

  // ON CONFLICT

  private static Optional<Refusal> conflict(
      WritesRows effect, List<String> columns, Table table, Known known) {
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    var wanted = new HashSet<>(columns);
    var hasKey =
        known.catalog().constraints(table.qualifiedName()).stream()
                .map(TableConstraint::rule)
                .anyMatch(r -> new HashSet<>(UniqueKeys.columns(r)).equals(wanted))
            || known.catalog().indexes(table.qualifiedName()).stream()
                .filter(i -> i.unique())
                .anyMatch(i -> new HashSet<>(UniqueKeys.columns(i)).equals(wanted));
    return hasKey
        ? Optional.empty()
        : Refusal.of(
            effect.span(),
            "%s has no unique index on exactly (%s) for ON CONFLICT"
                .formatted(table.qualifiedName().dotted(), String.join(", ", columns)),
            "create the unique index first, or name the columns of one that exists",
            table.name());
  }

  /// `ON CONFLICT ON CONSTRAINT name`
  private static Optional<Refusal> arbiter(WritesRows effect, Table table, Known known) {
    var name = Insert.arbiter(known.view().text(known.view().statement().span()));
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var constraint = ObjectName.constraint(table.qualifiedName(), name.get());
    return known.catalog().isMissingPart(constraint)
        ? Refusal.of(
            effect.span(),
            "%s has no constraint %s for ON CONFLICT"
                .formatted(table.qualifiedName().dotted(), Identifier.quoted(name.get())),
            Known.near(
                name.get(),
                known.catalog().constraints(table.qualifiedName()).stream()
                    .map(TableConstraint::part)
                    .toList(),
                "name the columns of a unique constraint: ON CONFLICT (...)"),
            table.name())
        : Optional.empty();
  }

  // Other writes

  private static Optional<Refusal> update(WritesRows effect, Known known) {
    for (var assignment : effect.values()) {
      var column = known.column(effect.relation(), assignment.column());
      if (column.isPresent() && isAlways(column.get()) && !Special.isDefault(assignment.value())) {
        return generated(effect, column.get(), known);
      }
    }
    return Optional.empty();
  }

  private static boolean isAlways(TableColumn column) {
    return column.generated() != null || "always".equals(column.identity());
  }

  private static Optional<Refusal> truncate(TruncatesTable effect, Known known) {
    var table = known.table(effect.relation());
    if (table.isEmpty()) {
      return Optional.empty();
    }
    var also = new HashSet<dev.deed.sql.QualifiedName>();
    known.subcommands(TruncatesTable.class).forEach(t -> also.add(known.name(t.relation())));
    return known.catalog().foreignKeysTo(table.get().qualifiedName()).stream()
        .filter(k -> known.catalog().isCertain(k.name()))
        .filter(k -> !also.contains(k.relation()) && (k.local() || !k.inherited()))
        .findFirst()
        .flatMap(k ->
            Refusal.of(
                effect.span(),
                "%s is referenced by the foreign key %s"
                    .formatted(table.get().qualifiedName().dotted(), k.name().text()),
                "name %s in the same TRUNCATE".formatted(k.relation().dotted()),
                table.get().name(),
                k.name()));
  }
}
