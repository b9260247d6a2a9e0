package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.HeldLocks;
import dev.deed.lint.rule.Look.StatementLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.replay.ResolvedStatement;

/// A strong lock without `statement_timeout`, where deed does not set it.
final class NoStatementTimeout implements StatementLook {

  @Override
  public void look(ResolvedStatement statement, Scene scene) {
    if (scene.byEngine()
        || scene.catalog().setting("statement_timeout").isPresent()
        || scene.hasReported()) {
      return;
    }
    HeldLocks.ofOthers(statement, scene).stream()
        .findFirst()
        .ifPresent(touch -> {
          var message =
              "nothing ends this if it takes longer than thought, and it keeps %s locked meanwhile"
                  .formatted(touch.object().name().dotted());
          var advice = "set a time-out before it\nSET statement_timeout = '5min';";
          scene.report(statement.statement().span(), message, advice, touch.object());
        });
  }
}
