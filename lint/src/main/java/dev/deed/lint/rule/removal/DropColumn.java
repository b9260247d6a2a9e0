package dev.deed.lint.rule.removal;

import dev.deed.lint.facts.Deployed;
import dev.deed.lint.facts.Expand;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.DropsColumn;
import dev.deed.sql.effect.TypeEffect.AltersAttribute;
import dev.deed.sql.effect.TypeEffect.AttributeChange;

/// Finds `DROP COLUMN`, and `DROP ATTRIBUTE` of a composite type that columns use.
final class DropColumn implements EffectCheck<Effect> {

  @Override
  public void check(Effect effect, RuleView view) {
    switch (effect) {
      case DropsColumn drop -> check(drop, view);
      case AltersAttribute alters when alters.change() == AttributeChange.DROP ->
          check(alters, view);
      default -> {}
    }
  }

  private static void check(DropsColumn drop, RuleView view) {
    var table = view.relation(drop.table());
    var column = ObjectName.column(table, drop.column());
    if (view.waitsForGates()
        || !view.inUse(drop.table())
        || !view.isMissed(column)
        || isNotThere(drop, table, view)) {
      return;
    }
    var message =
        "code that still uses %s fails, and the column's values are lost".formatted(column.text());
    var written = SafeSql.column(drop.table(), drop.column());
    var change = "DROP COLUMN " + Identifier.quoted(drop.column()) + ";";
    var advice =
        String.join(
            "\n",
            Expand.first("drop-column", table, drop.column())
                + "deploy code that no longer uses the column, then drop it in a later migration with this directive",
            Deployed.ignore("drop-column", written),
            SafeSql.alterTable(drop.table(), change));
    view.report(drop.span(), message, advice, ObjectName.table(table));
  }

  private static void check(AltersAttribute drop, RuleView view) {
    var type = view.catalog().object(ObjectName.of(ObjectKind.TYPE, drop.type()));
    var isUnused =
        view.catalog().find(type).isPresent() && view.catalog().dependants(type).isEmpty();
    if (isUnused || !view.isMissed(type) || isAddedByUp(drop, view)) {
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
    view.report(drop.span(), message, advice, type);
  }

  private static boolean isAddedByUp(AltersAttribute drop, RuleView view) {
    return view.undone().stream()
        .anyMatch(e ->
            e instanceof AltersAttribute up
                && up.change() == AttributeChange.ADD
                && up.type().equals(drop.type())
                && up.attribute().equals(drop.attribute()));
  }

  private static boolean isNotThere(DropsColumn drop, QualifiedName table, RuleView view) {
    return drop.ifExists()
        && !view.catalog().columns(table).isEmpty()
        && view.catalog().column(table, drop.column()).isEmpty();
  }
}
