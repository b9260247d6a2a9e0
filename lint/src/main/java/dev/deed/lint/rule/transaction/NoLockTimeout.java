package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.HeldLocks;
import dev.deed.lint.rule.RuleCheck.StatementCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.replay.ResolvedStatement;

/// Finds strong locks without a `lock_timeout`, in scripts that other programs run.
final class NoLockTimeout implements StatementCheck {

  @Override
  public void check(ResolvedStatement statement, RuleView view) {
    if (view.byEngine()
        || view.catalog().setting("lock_timeout").isPresent()
        || view.hasReported()) {
      return;
    }
    HeldLocks.ofOthers(statement, view).stream()
        .findFirst()
        .ifPresent(touch -> {
          var table = touch.object().name().dotted();
          var message =
              "no lock_timeout is set: this may wait indefinitely for its lock on %s, and all later queries on that table wait too"
                  .formatted(table);
          var advice =
              "set a timeout before it, and try again when it expires\nSET lock_timeout = '5s';";
          view.report(statement.statement().span(), message, advice, touch.object());
        });
  }
}
