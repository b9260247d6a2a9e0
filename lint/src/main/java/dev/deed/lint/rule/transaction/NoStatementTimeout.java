package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.HeldLocks;
import dev.deed.lint.rule.RuleCheck.StatementLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.replay.ResolvedStatement;

/// Finds strong locks without a `statement_timeout`, in scripts that other programs run.
final class NoStatementTimeout implements StatementLook {

  @Override
  public void look(ResolvedStatement statement, RuleView scene) {
    if (scene.byEngine()
        || scene.catalog().setting("statement_timeout").isPresent()
        || scene.hasReported()) {
      return;
    }
    HeldLocks.ofOthers(statement, scene).stream()
        .findFirst()
        .ifPresent(touch -> {
          var message =
              "no statement_timeout is set: if this takes longer than expected, %s stays locked all that time"
                  .formatted(touch.object().name().dotted());
          var advice = "set a timeout before it\nSET statement_timeout = '5min';";
          scene.report(statement.statement().span(), message, advice, touch.object());
        });
  }
}
