package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import java.util.List;

/// `session_replication_role = replica`: neither triggers nor foreign keys hold for the statements
/// that follow.
final class TriggersOff implements EffectLook<SetsParameter> {

  @Override
  public void look(SetsParameter sets, Scene scene) {
    if (sets.parameter().equals("session_replication_role")
        && List.of("replica").equals(sets.values())) {
      scene.report(
          sets.span(),
          "no trigger fires and no foreign key is checked for the statements that follow, and rows that break them are never found again",
          "write the rows so that the foreign keys hold; parents first, or with constraints that are deferred\nSET CONSTRAINTS ALL DEFERRED;");
    }
  }
}
