package dev.deed.lint.rule.transaction;

import dev.deed.lint.facts.SettingDuration;
import dev.deed.lint.rule.HeldLocks;
import dev.deed.lint.rule.RuleCheck.StatementCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.replay.ResolvedStatement;
import java.time.Duration;

/// Finds strong locks that are acquired while `lock_timeout` is off or longer than a minute.
final class LongLockTimeout implements StatementCheck {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  @Override
  public void check(ResolvedStatement statement, RuleView view) {
    var setting = view.catalog().setting("lock_timeout");
    if (setting.isEmpty() || view.hasReported()) {
      return;
    }
    var timeout = SettingDuration.ofMilliseconds(setting.get());
    if (timeout.isEmpty() || isShort(timeout.get())) {
      return;
    }
    HeldLocks.ofOthers(statement, view).stream()
        .findFirst()
        .ifPresent(touch -> {
          var table = touch.object().name().dotted();
          var message =
              "lock_timeout is %s: while this waits for its lock on %s, all later queries on that table wait too"
                  .formatted(timeout.get().isZero() ? "off" : setting.get(), table);
          var advice =
              "use a timeout of a few seconds and try again when it expires\nSET lock_timeout = '5s';";
          view.report(statement.statement().span(), message, advice, touch.object());
        });
  }

  private static boolean isShort(Duration timeout) {
    return !timeout.isZero() && timeout.compareTo(LONGEST) <= 0;
  }
}
