package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.EffectLook;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.DropsNotNull;

/// Finds `DROP NOT NULL`.
final class DropNotNull implements EffectLook<DropsNotNull> {

  @Override
  public void look(DropsNotNull drop, Scene scene) {
    var table = scene.relation(drop.table());
    var isNullable =
        scene.catalog().column(table, drop.column()).filter(c -> !c.notNull()).isPresent();
    // A down may drop the NOT NULL that its up set.
    if (isNullable || scene.isDown() || !scene.hasRows(drop.table())) {
      return;
    }
    var column = SafeSql.column(table, drop.column());
    scene.report(
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
