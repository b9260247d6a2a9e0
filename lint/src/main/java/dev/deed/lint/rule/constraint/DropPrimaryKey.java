package dev.deed.lint.rule.constraint;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.DropsConstraint;

/// Finds `DROP CONSTRAINT` of a primary key.
final class DropPrimaryKey implements EffectCheck<DropsConstraint> {

  @Override
  public void check(DropsConstraint drop, RuleView view) {
    var table = view.relation(drop.table());
    var constraint = ObjectName.constraint(table, drop.constraint());
    if (!isKey(drop, view)
        || !view.inUse(drop.table())
        || !view.isMissed(constraint)
        || isReplaced(view)) {
      return;
    }
    view.report(
        drop.span(),
        "%s is left without a primary key: logical replication refuses UPDATE and DELETE, and equal rows can be stored"
            .formatted(table.dotted()),
        "build another unique index with CONCURRENTLY first, then replace the key in one statement: DROP CONSTRAINT ..., ADD CONSTRAINT ... PRIMARY KEY USING INDEX ...",
        ObjectName.table(table));
  }

  /// Whether the dropped constraint is a primary key; if the table is unknown, the name that
  /// PostgreSQL gives to keys decides.
  static boolean isKey(DropsConstraint drop, RuleView view) {
    var table = view.relation(drop.table());
    var known = view.catalog().constraint(table, drop.constraint());
    return known.isPresent()
        ? known.get().rule() instanceof PrimaryKey
        : view.catalog().relationNamed(table).isEmpty() && drop.constraint().endsWith("_pkey");
  }

  private static boolean isReplaced(RuleView view) {
    return view.statement().effects().stream()
        .anyMatch(e ->
            e instanceof AddsConstraint adds && adds.constraint().rule() instanceof PrimaryKey);
  }
}
