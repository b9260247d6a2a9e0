package dev.deed.lint.facts;

import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint.PrimaryKey;

/// Advice to add a column of the new type next to the old one, instead of changing the type.
public final class NewColumn {

  private static final String KEY =
      "-- in later migrations: add the old column's keys to the new column, then drop the old column";

  private NewColumn() {}

  /// The advice: a line of words, then SQL; the last step depends on whether the column is part of
  /// a key.
  public static String instead(TypeChange change) {
    var table = change.effect().table();
    var old = change.effect().column();
    var name = old + "_new";
    var quoted = Identifier.quoted(name);
    var column = Identifier.quoted(old);
    var type = change.effect().type().text();
    var using = change.effect().using();
    var value = using == null ? column : using.text();
    var steps =
        String.join(
            "\n",
            command(change)
                + "add a column of the new type, deploy code that writes both, backfill it, deploy code that reads it, then drop the old one",
            SafeSql.alterTable(table, "ADD COLUMN " + quoted + " " + type + ";"),
            "-- in a later migration, when deployed code writes both, a few thousand rows at a time",
            "UPDATE %s SET %s = %s WHERE %s IS NULL AND %s IS NOT NULL;"
                .formatted(table.quoted(), quoted, value, quoted, column));
    return steps + "\n" + (isKey(change) ? KEY : drop(change));
  }

  private static String command(TypeChange change) {
    var using = change.effect().using();
    var column = change.effect().column();
    var type = change.effect().type().text();
    return using == null
        ? Expand.first("change-type", change.table(), column, type)
        : Expand.first("change-type", change.table(), column, type, "--using", using.text());
  }

  private static boolean isKey(TypeChange change) {
    var catalog = change.view().catalog();
    var column = change.effect().column();
    return KeyColumn.of(change).isKey()
        || catalog.constraints(change.table()).stream()
            .anyMatch(c -> c.rule() instanceof PrimaryKey key && key.columns().contains(column));
  }

  private static String drop(TypeChange change) {
    var table = change.effect().table();
    var old = change.effect().column();
    return String.join(
        "\n",
        "-- in a later migration, when no deployed code uses the old column",
        Deployed.ignore("drop-column", SafeSql.column(table, old)),
        SafeSql.alterTable(table, "DROP COLUMN " + Identifier.quoted(old) + ";"));
  }
}
