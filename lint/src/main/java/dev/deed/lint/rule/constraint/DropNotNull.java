package dev.deed.lint.rule.constraint;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.SafeSql;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.DropsNotNull;

/// `DROP NOT NULL`.
final class DropNotNull implements EffectLook<DropsNotNull> {

  @Override
  public void look(DropsNotNull drop, Scene scene) {
    var table = scene.relation(drop.table());
    var isNullable =
        scene.catalog().column(table, drop.column()).filter(c -> !c.notNull()).isPresent();
    // A down lets go of what its up demanded.
    if (isNullable || scene.isDown() || !scene.hasRows(drop.table())) {
      return;
    }
    var column = SafeSql.column(table, drop.column());
    scene.report(
        drop.span(),
        "%s may be null from now on: code that reads it has to cope, and to demand values again every row has to be read"
            .formatted(column),
        String.join(
            "\n",
            "deploy code that copes with nulls; then let them in by a later migration that says so",
            "-- deed: ignore drop-not-null until=<yyyy-mm-dd> reason=\"all code copes with nulls in "
                + drop.column().replace("\"", "")
                + "\"",
            SafeSql.alterTable(
                drop.table(),
                "ALTER COLUMN " + Identifier.quoted(drop.column()) + " DROP NOT NULL;")),
        ObjectName.table(table));
  }
}
