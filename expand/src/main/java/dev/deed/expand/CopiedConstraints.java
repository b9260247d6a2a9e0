package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Rule;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks, foreign keys and NOT NULL of a copied column, on the copy. Unique constraints and
/// primary keys are `CopiedKeys`.
record CopiedConstraints(ColumnCopy copy) {

  /// None of them is checked against the rows that are there.
  List<String> add() {
    var statements = new ArrayList<>(addNotNullCheck());
    notNull()
        .ifPresent(c ->
            statements.add(
                "ALTER TABLE %s ADD CONSTRAINT %s NOT NULL %s NOT VALID"
                    .formatted(copy.table(), copy.of(c.part()), copy.column())));
    for (var constraint : copied()) {
      statements.add(
          "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID"
              .formatted(
                  copy.table(), copy.of(constraint.part()), renamed(constraint).definition()));
    }
    return statements;
  }

  /// Foreign keys that point at the column; a unique index must be there first.
  List<String> addToOthers() {
    return copy.target().keysTo(copy.original()).stream()
        .map(c ->
            "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID"
                .formatted(c.relation().quoted(), copy.of(c.part()), renamed(c).definition()))
        .toList();
  }

  List<String> validate() {
    var statements = new ArrayList<>(validateOwn());
    statements.addAll(validateOthers());
    return statements;
  }

  List<String> validateOwn() {
    var statements = new ArrayList<>(validateNotNull());
    notNull().ifPresent(c -> statements.add(validate(copy.table(), copy.of(c.part()))));
    copied().stream()
        .filter(TableConstraint::validated)
        .forEach(c -> statements.add(validate(copy.table(), copy.of(c.part()))));
    return statements;
  }

  List<String> validateOthers() {
    return copy.target().keysTo(copy.original()).stream()
        .filter(TableConstraint::validated)
        .map(c -> validate(c.relation().quoted(), copy.of(c.part())))
        .toList();
  }

  /// One that points at the column.
  String dropKeyTo(TableConstraint key) {
    return "ALTER TABLE %s DROP CONSTRAINT %s"
        .formatted(key.relation().quoted(), copy.of(key.part()));
  }

  private static String validate(String table, String constraint) {
    return "ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(table, constraint);
  }

  /// From PostgreSQL 18 on, it is a constraint with a name, which can be added without a look at
  /// the rows. Before, a check stands for it.
  private Optional<TableConstraint> notNull() {
    return copy.source().notNull()
        ? copy.target().constraintsOn(copy.original()).stream()
            .filter(c -> c.rule() instanceof NotNull)
            .findFirst()
        : Optional.empty();
  }

  private boolean needsCheck() {
    return copy.source().notNull() && notNull().isEmpty();
  }

  /// PostgreSQL believes the check, and does not look at the rows.
  List<String> setNotNull() {
    return needsCheck() ? List.of(copy.alter("SET NOT NULL")) : List.of();
  }

  List<String> dropNotNull() {
    return needsCheck() ? List.of(copy.alter("DROP NOT NULL")) : List.of();
  }

  List<String> addNotNullCheck() {
    return needsCheck()
        ? List.of(
            "ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID"
                .formatted(copy.table(), notNullCheck(), copy.column()))
        : List.of();
  }

  List<String> dropNotNullCheck() {
    return needsCheck() ? List.of(dropConstraint(notNullCheck())) : List.of();
  }

  List<String> validateNotNull() {
    return needsCheck() ? List.of(validate(copy.table(), notNullCheck())) : List.of();
  }

  private String dropConstraint(String name) {
    return "ALTER TABLE %s DROP CONSTRAINT %s".formatted(copy.table(), name);
  }

  /// It went with its column where that was dropped by hand.
  private String dropIfThere(String name) {
    return "ALTER TABLE %s DROP CONSTRAINT IF EXISTS %s".formatted(copy.table(), name);
  }

  List<String> drop() {
    var statements = new ArrayList<String>();
    copy.target()
        .keysTo(copy.original())
        .forEach(c ->
            statements.add(
                "ALTER TABLE %s DROP CONSTRAINT IF EXISTS %s"
                    .formatted(c.relation().quoted(), copy.of(c.part()))));
    copied().reversed().forEach(c -> statements.add(dropIfThere(copy.of(c.part()))));
    if (needsCheck()) {
      statements.add(dropIfThere(notNullCheck()));
    }
    notNull().ifPresent(c -> statements.add(dropIfThere(copy.of(c.part()))));
    return statements;
  }

  private String notNullCheck() {
    return copy.of(ColumnCopy.NOT_NULL);
  }

  /// Checks and foreign keys of the table itself.
  private List<TableConstraint> copied() {
    return copy.target().constraintsOn(copy.original()).stream()
        .filter(c -> c.rule() instanceof Check || c.rule() instanceof ForeignKey)
        .filter(c -> c.local() || !c.inherited())
        .toList();
  }

  private TableConstraint renamed(TableConstraint constraint) {
    return constraint.copy().rule(renamed(constraint.rule(), constraint)).constraint();
  }

  private Rule renamed(Rule rule, TableConstraint constraint) {
    return switch (rule) {
      case Check check -> new Check(copy.over(check.condition()));
      case ForeignKey key ->
          new ForeignKey(
              constraint.relation().equals(copy.target().name())
                  ? copy.renamed(key.columns())
                  : key.columns(),
              key.parent(),
              key.parent().equals(copy.target().name())
                  ? copy.renamed(key.parentColumns())
                  : key.parentColumns(),
              key.match(),
              key.onUpdate(),
              key.onDelete(),
              key.period(),
              key.parentSpan());
      case NotNull _, Unique _, PrimaryKey _, Exclude _ -> rule;
    };
  }

  /// @param back from the originals' names to those of the copies
  List<String> rename(boolean back) {
    return Stream.of(
            notNull().stream(), copied().stream(), copy.target().keysTo(copy.original()).stream())
        .flatMap(constraints -> constraints)
        .map(constraint -> rename(constraint, back))
        .toList();
  }

  private String rename(TableConstraint constraint, boolean back) {
    var temporary = copy.of(constraint.part());
    var own = Identifier.quoted(constraint.part());
    return "ALTER TABLE %s RENAME CONSTRAINT %s TO %s"
        .formatted(constraint.relation().quoted(), back ? own : temporary, back ? temporary : own);
  }
}
