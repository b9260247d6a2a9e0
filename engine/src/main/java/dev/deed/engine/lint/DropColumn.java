package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.EffectLook;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.DropsColumn;

/// `DROP COLUMN`.
final class DropColumn implements EffectLook<DropsColumn> {

  @Override
  public void look(DropsColumn drop, Scene scene) {
    var table = scene.relation(drop.table());
    var column = new ObjectName(ObjectKind.COLUMN, table, drop.column());
    if (!scene.inUse(drop.table()) || !scene.isMissed(column) || isNotThere(drop, table, scene)) {
      return;
    }
    var message =
        "code that still uses %s fails, and the column's values are lost".formatted(column.text());
    var written = SafeSql.column(drop.table(), drop.column());
    var change = "DROP COLUMN " + Identifier.quoted(drop.column()) + ";";
    var advice =
        String.join(
            "\n",
            "deploy code that no longer uses the column; then drop it in a later migration that"
                + " says so",
            Deployed.ignore("drop-column", written),
            SafeSql.alterTable(drop.table(), change));
    scene.report(drop.span(), message, advice, ObjectName.table(table));
  }

  private static boolean isNotThere(DropsColumn drop, QualifiedName table, Scene scene) {
    return drop.ifExists()
        && !scene.catalog().columns(table).isEmpty()
        && scene.catalog().column(table, drop.column()).isEmpty();
  }
}
