package dev.deed.lint.facts;

import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint.PrimaryKey;

/// A column of the new type beside the old one.
public final class NewColumn {

  private static final String KEY =
      "-- in later migrations: the keys of the old column on the new one, then the old one's drop";

  private NewColumn() {}

  /// Words, then SQL.
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
            "add a column of the new type, let code write both, fill it, let code read it, then drop"
                + " the old one",
            SafeSql.alterTable(table, "ADD COLUMN " + quoted + " " + type + ";"),
            "-- in a later migration, when deployed code writes both, some thousand rows at a time",
            "UPDATE %s SET %s = %s WHERE %s IS NULL AND %s IS NOT NULL;"
                .formatted(table.quoted(), quoted, value, quoted, column));
    return steps + "\n" + (isKey(change) ? KEY : drop(change));
  }

  private static boolean isKey(TypeChange change) {
    var catalog = change.scene().catalog();
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
