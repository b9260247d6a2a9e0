package dev.deed.lint.rule.column;

import dev.deed.lint.facts.AddedColumn;
import dev.deed.lint.facts.Volatility;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.ExpressionText;
import java.util.List;

/// Finds `ADD COLUMN ... DEFAULT` with a value that PostgreSQL computes for each row.
final class DefaultRewritesTable implements AddedColumn.Check {

  /// From this version on, PostgreSQL stores one default for all existing rows.
  private static final int KEEPS_DEFAULT = 11;

  @Override
  public void check(AddedColumn added) {
    if (added.isNumbered() || !added.hasDefault() || AddDomainColumn.isRewritten(added)) {
      return;
    }
    added.defaultValue().ifPresent(value -> check(value, added));
  }

  private static void check(ExpressionText value, AddedColumn added) {
    var view = added.view();
    var volatility = Volatility.of(value.tree(), view.catalog());
    if (view.postgres() < KEEPS_DEFAULT) {
      report(
          added,
          value,
          Severity.ERROR,
          "before PostgreSQL 11 a default rewrites %s while reads and writes of it wait");
      return;
    }
    switch (volatility.grade()) {
      case IMMUTABLE, STABLE -> {}
      case VOLATILE ->
          report(
              added,
              value,
              Severity.ERROR,
              volatility.function()
                  + "() gives each row a value of its own: this rewrites %s and its indexes while reads and writes of it wait");
      case UNKNOWN ->
          report(
              added,
              value,
              Severity.WARNING,
              volatility.function()
                  + "() is not known to deed: if it is volatile, this rewrites %s and its indexes while reads and writes of it wait");
    }
  }

  private static void report(
      AddedColumn added, ExpressionText value, Severity severity, String message) {
    var view = added.view();
    view.report(
        severity,
        added.effect().span(),
        message.formatted(added.table().dotted()),
        advice(added, value.text()),
        List.of(ObjectName.table(added.table())));
  }

  private static String advice(AddedColumn added, String value) {
    var table = added.effect().table();
    var column = Identifier.quoted(added.column().name());
    var steps =
        String.join(
            "\n",
            "add the column without a default, set the default for new rows, and backfill existing rows in batches",
            SafeSql.alterTable(table, "ADD COLUMN " + added.bare() + ";"),
            SafeSql.alterTable(table, "ALTER COLUMN " + column + " SET DEFAULT " + value + ";"),
            "-- in a later migration, a few thousand rows at a time",
            SafeSql.fill(table, added.column().name(), value));
    return added.isRequired()
        ? steps
            + "\n-- in a later migration\n"
            + SafeSql.notNullLater(table, added.column().name())
            + added.keyLater()
        : steps;
  }
}
