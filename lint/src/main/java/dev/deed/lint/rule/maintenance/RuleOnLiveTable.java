package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.AttachedEffect.CreatesRule;
import dev.deed.sql.effect.ObjectName;

/// Finds `CREATE RULE` on a table in use.
final class RuleOnLiveTable implements EffectCheck<CreatesRule> {

  @Override
  public void check(CreatesRule rule, RuleView view) {
    var table = view.relation(rule.table());
    if (view.isNewRelation(table) || view.catalog().view(table).isPresent()) {
      return;
    }
    var message =
        "after this PostgreSQL rewrites each %s on %s into something else, for every program"
            .formatted(rule.event(), table.dotted());
    var advice =
        "use a trigger, which runs once for each row and sees its values; a rule repeats expressions such as nextval()";
    view.report(rule.span(), message, advice, ObjectName.table(table));
  }
}
