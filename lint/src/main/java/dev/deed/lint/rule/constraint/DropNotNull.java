package dev.deed.lint.rule.constraint;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.DropsNotNull;

/// Finds `DROP NOT NULL`.
final class DropNotNull implements EffectCheck<DropsNotNull> {

  @Override
  public void check(DropsNotNull drop, RuleView view) {
    var table = view.relation(drop.table());
    var isNullable =
        view.catalog().column(table, drop.column()).filter(c -> !c.notNull()).isPresent();
    // A down may drop the NOT NULL that its up set.
    if (isNullable || view.isDown() || !view.hasRows(drop.table())) {
      return;
    }
    var column = SafeSql.column(table, drop.column());
    view.report(
        drop.span(),
        "%s may be null after this: code that reads it has to handle nulls, and setting NOT NULL again scans the whole table"
            .formatted(column),
        String.join(
            "\n",
            "deploy code that handles nulls, then drop NOT NULL in a later migration with this directive",
            "-- deed: ignore drop-not-null until=<yyyy-mm-dd> reason=\"all code handles nulls in "
                + drop.column().replace("\"", "")
                + "\"",
            SafeSql.alterTable(
                drop.table(),
                "ALTER COLUMN " + Identifier.quoted(drop.column()) + " DROP NOT NULL;")),
        ObjectName.table(table));
  }
}
