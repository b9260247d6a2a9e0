package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.EffectLook;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.DropsColumn;
import dev.deed.sql.effect.TypeEffect.AltersAttribute;
import dev.deed.sql.effect.TypeEffect.AttributeChange;

/// Finds `DROP COLUMN`, and `DROP ATTRIBUTE` of a composite type that columns use.
final class DropColumn implements EffectLook<Effect> {

  @Override
  public void look(Effect effect, Scene scene) {
    switch (effect) {
      case DropsColumn drop -> look(drop, scene);
      case AltersAttribute alters when alters.change() == AttributeChange.DROP ->
          look(alters, scene);
      default -> {}
    }
  }

  private static void look(DropsColumn drop, Scene scene) {
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
            "deploy code that no longer uses the column, then drop it in a later migration with this directive",
            Deployed.ignore("drop-column", written),
            SafeSql.alterTable(drop.table(), change));
    scene.report(drop.span(), message, advice, ObjectName.table(table));
  }

  private static void look(AltersAttribute drop, Scene scene) {
    var type = scene.catalog().object(ObjectName.of(ObjectKind.TYPE, drop.type()));
    var isUnused =
        scene.catalog().find(type).isPresent() && scene.catalog().dependants(type).isEmpty();
    if (isUnused || !scene.isMissed(type) || isAddedByUp(drop, scene)) {
      return;
    }
    var written = SafeSql.column(drop.type(), drop.attribute());
    var advice =
        String.join(
            "\n",
            "deploy code that no longer uses it, then drop it in a later migration with this directive",
            Deployed.ignore("drop-column", written),
            "ALTER TYPE %s DROP ATTRIBUTE %s;"
                .formatted(drop.type().quoted(), Identifier.quoted(drop.attribute())));
    var message =
        "code that still uses attribute %s of %s fails, and its values are lost in every column of that type"
            .formatted(Identifier.quoted(drop.attribute()), type.name().dotted());
    scene.report(drop.span(), message, advice, type);
  }

  private static boolean isAddedByUp(AltersAttribute drop, Scene scene) {
    return scene.undone().stream()
        .anyMatch(e ->
            e instanceof AltersAttribute up
                && up.change() == AttributeChange.ADD
                && up.type().equals(drop.type())
                && up.attribute().equals(drop.attribute()));
  }

  private static boolean isNotThere(DropsColumn drop, QualifiedName table, Scene scene) {
    return drop.ifExists()
        && !scene.catalog().columns(table).isEmpty()
        && scene.catalog().column(table, drop.column()).isEmpty();
  }
}
