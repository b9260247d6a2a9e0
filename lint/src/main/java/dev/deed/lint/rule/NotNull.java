package dev.deed.lint.rule;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.And;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Is;
import dev.deed.sql.expression.Expression.Not;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.List;
import java.util.Optional;

/// What proves that a column has no nulls, and the SQL that makes it `NOT NULL` without blocking.
public final class NotNull {

  /// From this version on, `NOT NULL` is a constraint with a name, which can be `NOT VALID`.
  private static final int AS_CONSTRAINT = 18;

  private NotNull() {}

  /// Whether the column is `NOT NULL`, or a valid check proves it, so that PostgreSQL does not scan
  /// the table.
  ///
  /// @param table the table's resolved name
  public static boolean isKnown(RuleView view, QualifiedName table, String column) {
    var isSet = view.catalog().column(table, column).filter(c -> c.notNull()).isPresent();
    return (isSet && notYetValid(view, table, column).isEmpty())
        || view.unknownTables().isNotNull(table, column)
        || proof(view, table, column).isPresent();
  }

  /// The name of the valid check that proves it.
  public static Optional<String> proof(RuleView view, QualifiedName table, String column) {
    return view.catalog().constraints(table).stream()
        .filter(c -> c.validated() && c.enforced())
        .filter(c ->
            c.rule() instanceof Constraint.Check check
                && excludes(check.condition().tree(), column))
        .map(TableConstraint::part)
        .findFirst()
        .or(() -> view.unknownTables().proof(table, column));
  }

  /// The constraint that excludes nulls in new rows only.
  static Optional<TableConstraint> notYetValid(RuleView view, QualifiedName table, String column) {
    return view.catalog().constraints(table).stream()
        .filter(c -> !c.validated())
        .filter(c ->
            c.rule() instanceof Constraint.NotNull(var of)
                ? of.equals(column)
                : c.rule() instanceof Constraint.Check check
                    && excludes(check.condition().tree(), column))
        .findFirst();
  }

  /// Whether the condition excludes nulls: `c IS NOT NULL`, alone or combined with others by `AND`.
  public static boolean excludes(Expression condition, String column) {
    return switch (condition) {
      case And(var operands) -> operands.stream().anyMatch(o -> excludes(o, column));
      case Is(Column named, var test, var negated) ->
          negated && test.equals("null") && named.name().equals(column);
      case Not(Is(Column named, var test, var negated)) ->
          !negated && test.equals("null") && named.name().equals(column);
      default -> false;
    };
  }

  /// The SQL that makes the column `NOT NULL` without blocking reads or writes: lines, each with
  /// its semicolon.
  ///
  /// @param table the table's name as written
  public static String later(RuleView view, QualifiedName table, String column) {
    var begun = notYetValid(view, view.relation(table), column);
    if (view.postgres() < AS_CONSTRAINT && begun.isEmpty()) {
      return SafeSql.notNullLater(table, column);
    }
    var quoted = Identifier.quoted(column);
    var name =
        begun
            .map(c -> Identifier.quoted(c.part()))
            .orElseGet(() -> SafeSql.name(table, List.of(column), "not_null"));
    var add = "ADD CONSTRAINT %s NOT NULL %s NOT VALID;".formatted(name, quoted);
    var start =
        begun.isPresent() ? "" : SafeSql.alterTable(table, add) + "\n-- in a later migration\n";
    var validate = SafeSql.alterTable(table, "VALIDATE CONSTRAINT " + name + ";");
    var isCheck = begun.filter(c -> c.rule() instanceof Constraint.Check).isPresent();
    return isCheck
        ? String.join(
            "\n",
            validate,
            "-- in a later migration",
            SafeSql.alterTable(table, "ALTER COLUMN " + quoted + " SET NOT NULL;"),
            SafeSql.alterTable(table, "DROP CONSTRAINT " + name + ";"))
        : start + validate;
  }
}
