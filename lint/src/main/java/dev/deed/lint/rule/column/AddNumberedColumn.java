package dev.deed.lint.rule.column;

import dev.deed.lint.facts.AddedColumn;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.Map;

/// Finds `ADD COLUMN` of `serial`, or `GENERATED ... AS IDENTITY`.
final class AddNumberedColumn implements AddedColumn.Check {

  private static final Map<String, String> PLAIN =
      Map.of("serial", "integer", "bigserial", "bigint", "smallserial", "smallint");

  @Override
  public void check(AddedColumn added) {
    if (added.isNumbered()) {
      var what = added.isSerial() ? "serial" : "identity";
      added.report(
          "the new %s column numbers every row: this rewrites %s and its indexes while reads and writes of it wait"
              .formatted(what, added.table().dotted()),
          advice(added));
    }
  }

  private static String advice(AddedColumn added) {
    var table = added.effect().table();
    var column = added.column().name();
    var quoted = Identifier.quoted(column);
    var sequence = SafeSql.name(table, List.of(column), "seq");
    var qualified =
        table.schema() == null ? sequence : Identifier.quoted(table.schema()) + "." + sequence;
    var next = "nextval('" + qualified.replace("'", "''") + "')";
    return String.join(
        "\n",
        "add an ordinary column, number new rows from a sequence, and number existing rows in batches",
        SafeSql.alterTable(table, "ADD COLUMN " + quoted + " " + type(added) + ";"),
        "CREATE SEQUENCE " + qualified + " OWNED BY " + table.quoted() + "." + quoted + ";",
        SafeSql.alterTable(table, "ALTER COLUMN " + quoted + " SET DEFAULT " + next + ";"),
        "-- in a later migration, a few thousand rows at a time",
        SafeSql.fill(table, column, next),
        "-- in a later migration",
        SafeSql.notNullLater(table, column) + added.keyLater());
  }

  private static String type(AddedColumn added) {
    var type = added.column().type();
    var written = type == null ? TypeName.of("bigint") : type;
    return PLAIN.getOrDefault(written.name().name(), written.text());
  }
}
