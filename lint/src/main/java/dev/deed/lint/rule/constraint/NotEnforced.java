package dev.deed.lint.rule.constraint;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.AltersConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;

/// Finds constraints that are `NOT ENFORCED`.
final class NotEnforced implements EffectCheck<TableEffect> {

  @Override
  public void check(TableEffect effect, RuleView view) {
    switch (effect) {
      case CreatesTable creates -> {
        var table = view.catalog().created(creates.table());
        creates.definition().constraints().forEach(c -> check(c, table, view));
      }
      case AddsConstraint adds -> check(adds.constraint(), view.relation(adds.table()), view);
      case AltersConstraint alters when Boolean.FALSE.equals(alters.change().enforced()) ->
          report(alters.span(), view.relation(alters.table()), view);
      default -> {}
    }
  }

  private static void check(Constraint constraint, QualifiedName table, RuleView view) {
    if (constraint.notEnforced()) {
      report(constraint.span(), table, view);
    }
  }

  private static void report(Span span, QualifiedName table, RuleView view) {
    view.report(
        span,
        "PostgreSQL does not check this constraint of %s: rows that violate it can be stored, and the planner may assume that there are none"
            .formatted(table.dotted()),
        "enforce it: add it as NOT VALID, then validate it in a later migration",
        ObjectName.table(table));
  }
}
