package dev.deed.lint.rule.constraint;

import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.DropsConstraint;

/// Finds `DROP CONSTRAINT` of a primary key.
final class DropPrimaryKey implements EffectLook<DropsConstraint> {

  @Override
  public void look(DropsConstraint drop, RuleView scene) {
    var table = scene.relation(drop.table());
    var constraint = new ObjectName(ObjectKind.CONSTRAINT, table, drop.constraint());
    if (!isKey(drop, scene)
        || !scene.inUse(drop.table())
        || !scene.isMissed(constraint)
        || isReplaced(scene)) {
      return;
    }
    scene.report(
        drop.span(),
        "%s is left without a primary key: logical replication refuses UPDATE and DELETE, and equal rows can be stored"
            .formatted(table.dotted()),
        "build another unique index with CONCURRENTLY first, then replace the key in one statement: DROP CONSTRAINT ..., ADD CONSTRAINT ... PRIMARY KEY USING INDEX ...",
        ObjectName.table(table));
  }

  /// Whether the dropped constraint is a primary key; if the table is unknown, the name that
  /// PostgreSQL gives to keys decides.
  static boolean isKey(DropsConstraint drop, RuleView scene) {
    var table = scene.relation(drop.table());
    var known = scene.catalog().constraint(table, drop.constraint());
    return known.isPresent()
        ? known.get().rule() instanceof PrimaryKey
        : scene.catalog().relationNamed(table).isEmpty() && drop.constraint().endsWith("_pkey");
  }

  private static boolean isReplaced(RuleView scene) {
    return scene.statement().effects().stream()
        .anyMatch(e ->
            e instanceof AddsConstraint adds && adds.constraint().rule() instanceof PrimaryKey);
  }
}
