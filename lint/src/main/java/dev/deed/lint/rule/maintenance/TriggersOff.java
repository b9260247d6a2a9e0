package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import java.util.List;

/// Finds `session_replication_role = replica`, which disables triggers and foreign keys for the
/// statements that follow.
final class TriggersOff implements EffectLook<SetsParameter> {

  @Override
  public void look(SetsParameter sets, RuleView scene) {
    if (sets.parameter().equals("session_replication_role")
        && List.of("replica").equals(sets.values())) {
      scene.report(
          sets.span(),
          "this disables triggers and foreign keys for the statements that follow; rows that violate them are not detected later",
          "write the rows so that the foreign keys hold: parents first, or with deferred constraints\nSET CONSTRAINTS ALL DEFERRED;");
    }
  }
}
