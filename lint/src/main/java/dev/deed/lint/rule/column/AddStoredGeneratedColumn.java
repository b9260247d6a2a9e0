package dev.deed.lint.rule.column;

import dev.deed.lint.facts.AddedColumn;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.expression.ExpressionSql;
import java.util.List;

/// Finds `ADD COLUMN ... GENERATED ALWAYS AS (...) STORED`.
final class AddStoredGeneratedColumn implements AddedColumn.Check {

  private static final int KNOWS_VIRTUAL = 18;

  @Override
  public void check(AddedColumn added) {
    if (added.isStored()) {
      added.report(
          "the new column is computed for every row: this rewrites %s and its indexes while reads and writes of it wait"
              .formatted(added.table().dotted()),
          added.view().postgres() >= KNOWS_VIRTUAL ? virtual(added) : triggered(added));
    }
  }

  private static String expression(AddedColumn added) {
    var generated = added.column().generated();
    return generated == null ? "" : generated.expression().text();
  }

  private static String virtual(AddedColumn added) {
    var column =
        "ADD COLUMN %s GENERATED ALWAYS AS (%s) VIRTUAL;"
            .formatted(added.bare(), expression(added));
    return "make it a virtual column, which is computed when it is read\n"
        + SafeSql.alterTable(added.effect().table(), column);
  }

  private static String triggered(AddedColumn added) {
    var table = added.effect().table();
    var column = added.column().name();
    var name = SafeSql.name(table, List.of(column), "value");
    return String.join(
        "\n",
        "add an ordinary column, compute it for new rows in a trigger, and backfill existing rows in batches",
        SafeSql.alterTable(table, "ADD COLUMN " + added.bare() + ";"),
        "CREATE FUNCTION " + name + "() RETURNS trigger LANGUAGE plpgsql AS $$",
        "BEGIN",
        "  NEW." + Identifier.quoted(column) + " := " + ofNewRow(added) + ";",
        "  RETURN NEW;",
        "END $$;",
        "CREATE TRIGGER " + name + " BEFORE INSERT OR UPDATE ON " + table.quoted(),
        "  FOR EACH ROW EXECUTE FUNCTION " + name + "();",
        "-- in a later migration, a few thousand rows at a time",
        SafeSql.fill(table, column, expression(added)));
  }

  private static String ofNewRow(AddedColumn added) {
    var generated = added.column().generated();
    return generated == null
        ? "NULL"
        : ExpressionSql.of(
            ExpressionMap.apply(
                generated.expression().tree(), AddStoredGeneratedColumn::qualified));
  }

  private static Expression qualified(Expression part) {
    return part instanceof Column(var path) && path.size() == 1
        ? new Column(List.of("new", path.getFirst()))
        : part;
  }
}
