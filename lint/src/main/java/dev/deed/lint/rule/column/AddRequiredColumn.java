package dev.deed.lint.rule.column;

import dev.deed.lint.facts.AddedColumn;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;

/// Finds `ADD COLUMN ... NOT NULL` without a value for existing rows.
final class AddRequiredColumn implements AddedColumn.Check {

  @Override
  public void check(AddedColumn added) {
    if (!added.isRequired() || added.isFilled()) {
      return;
    }
    var table = added.effect().table();
    var column = added.column().name();
    added.report(
        "this fails if %s has any rows: column %s is NOT NULL and has no default"
            .formatted(added.table().dotted(), Identifier.quoted(column)),
        String.join(
            "\n",
            added.keyLater().isEmpty()
                ? "add it with a default (no rewrite), or add it as nullable, backfill it, then set NOT NULL"
                : "add it as nullable, backfill it, set NOT NULL, then add the primary key",
            SafeSql.alterTable(table, "ADD COLUMN " + added.bare() + ";"),
            "-- in a later migration, when every row has a value",
            SafeSql.notNullLater(table, column) + added.keyLater()));
  }
}
