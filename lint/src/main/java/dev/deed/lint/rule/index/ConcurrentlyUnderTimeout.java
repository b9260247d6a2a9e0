package dev.deed.lint.rule.index;

import dev.deed.lint.facts.SettingDuration;
import dev.deed.lint.rule.RuleCheck.StatementCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.replay.ResolvedStatement;
import java.time.Duration;
import java.util.List;

/// Finds statements with `CONCURRENTLY` that run under a timeout of less than an hour.
final class ConcurrentlyUnderTimeout implements StatementCheck {

  /// Such a statement waits for all transactions that are older than itself, so a shorter timeout
  /// may cancel it.
  private static final Duration ENOUGH = Duration.ofHours(1);

  @Override
  public void check(ResolvedStatement resolved, RuleView view) {
    var statement = resolved.statement();
    if (!statement.runsAlone() || !view.isConcurrent(statement)) {
      return;
    }
    for (var setting : List.of("lock_timeout", "statement_timeout")) {
      view.catalog()
          .setting(setting)
          .flatMap(SettingDuration::ofMilliseconds)
          .filter(d -> !d.isZero() && d.compareTo(ENOUGH) < 0)
          .ifPresent(_ -> report(setting, resolved, view));
    }
  }

  private static void report(String setting, ResolvedStatement resolved, RuleView view) {
    var statement = resolved.statement();
    view.report(
        statement.span(),
        "%s is %s: this waits for every older transaction, and when the timeout expires it fails and leaves an invalid index"
            .formatted(setting, view.catalog().setting(setting).orElse("")),
        "switch the timeout off for this statement, which does not block reads or writes\nSET %s = 0;\n%s;\nRESET %s;"
            .formatted(setting, SafeSql.oneLine(view.text(statement.span())), setting));
  }
}
