package dev.deed.lint.rule.constraint;

import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.AltersConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect;

/// Finds constraints that are `NOT ENFORCED`.
final class NotEnforced implements EffectLook<TableEffect> {

  @Override
  public void look(TableEffect effect, RuleView scene) {
    switch (effect) {
      case CreatesTable creates -> {
        var table = scene.catalog().created(creates.table());
        creates.definition().constraints().forEach(c -> look(c, table, scene));
      }
      case AddsConstraint adds -> look(adds.constraint(), scene.relation(adds.table()), scene);
      case AltersConstraint alters when alters.change().contains("not enforced") ->
          report(alters.span(), scene.relation(alters.table()), scene);
      default -> {}
    }
  }

  private static void look(Constraint constraint, QualifiedName table, RuleView scene) {
    if (constraint.notEnforced()) {
      report(constraint.span(), table, scene);
    }
  }

  private static void report(Span span, QualifiedName table, RuleView scene) {
    scene.report(
        span,
        "PostgreSQL does not check this constraint of %s: rows that violate it can be stored, and the planner may assume that there are none"
            .formatted(table.dotted()),
        "enforce it: add it as NOT VALID, then validate it in a later migration",
        ObjectName.table(table));
  }
}
