package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import java.util.List;

/// Finds `session_replication_role = replica`, which disables triggers and foreign keys for the
/// statements that follow.
final class TriggersOff implements EffectCheck<SetsParameter> {

  @Override
  public void check(SetsParameter sets, RuleView view) {
    if (sets.parameter().equals("session_replication_role")
        && List.of("replica").equals(sets.values())) {
      view.report(
          sets.span(),
          "this disables triggers and foreign keys for the statements that follow; rows that violate them are not detected later",
          "write the rows so that the foreign keys hold: parents first, or with deferred constraints\nSET CONSTRAINTS ALL DEFERRED;");
    }
  }
}
