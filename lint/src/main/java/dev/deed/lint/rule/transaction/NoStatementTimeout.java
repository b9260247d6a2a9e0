package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.HeldLocks;
import dev.deed.lint.rule.RuleCheck.StatementCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.replay.ResolvedStatement;

/// Finds strong locks without a `statement_timeout`, in scripts that other programs run.
final class NoStatementTimeout implements StatementCheck {

  @Override
  public void check(ResolvedStatement statement, RuleView view) {
    if (view.byEngine()
        || view.catalog().setting("statement_timeout").isPresent()
        || view.hasReported()) {
      return;
    }
    HeldLocks.ofOthers(statement, view).stream()
        .findFirst()
        .ifPresent(touch -> {
          var message =
              "no statement_timeout is set: if this takes longer than expected, %s stays locked all that time"
                  .formatted(touch.object().name().dotted());
          var advice = "set a timeout before it\nSET statement_timeout = '5min';";
          view.report(statement.statement().span(), message, advice, touch.object());
        });
  }
}
