package dev.deed.lint.rule.column;

import dev.deed.lint.facts.AddedColumn;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;

/// `ADD COLUMN ... NOT NULL` without a value for the rows that are there.
final class AddRequiredColumn implements AddedColumn.Eye {

  @Override
  public void look(AddedColumn added) {
    if (!added.isRequired() || added.isFilled()) {
      return;
    }
    var table = added.effect().table();
    var column = added.column().name();
    added.report(
        "fails as soon as %s has a row: the new column %s must not be null and nothing fills it"
            .formatted(added.table().dotted(), Identifier.quoted(column)),
        String.join(
            "\n",
            added.keyLater().isEmpty()
                ? "give it a default, which no row has to be written for, or add it empty, fill it,"
                    + " and demand it last"
                : "add it empty, fill it, demand it, and make it the key last",
            SafeSql.alterTable(table, "ADD COLUMN " + added.bare() + ";"),
            "-- in a later migration, when every row has a value",
            SafeSql.notNullLater(table, column) + added.keyLater()));
  }
}
