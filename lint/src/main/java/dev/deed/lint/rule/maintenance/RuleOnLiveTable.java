package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.AttachedEffect.CreatesRule;
import dev.deed.sql.effect.ObjectName;
import java.util.Locale;

/// Finds `CREATE RULE` on a table in use.
final class RuleOnLiveTable implements EffectLook<CreatesRule> {

  @Override
  public void look(CreatesRule rule, RuleView scene) {
    var table = scene.relation(rule.table());
    if (scene.isNewRelation(table) || scene.catalog().view(table).isPresent()) {
      return;
    }
    var message =
        "after this PostgreSQL rewrites each %s on %s into something else, for every program"
            .formatted(rule.event().toUpperCase(Locale.ROOT), table.dotted());
    var advice =
        "use a trigger, which runs once for each row and sees its values; a rule repeats expressions such as nextval()";
    scene.report(rule.span(), message, advice, ObjectName.table(table));
  }
}
