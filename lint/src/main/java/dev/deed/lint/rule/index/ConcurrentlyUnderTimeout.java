package dev.deed.lint.rule.index;

import dev.deed.lint.facts.SettingDuration;
import dev.deed.lint.rule.RuleCheck.StatementLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.replay.ResolvedStatement;
import java.time.Duration;
import java.util.List;

/// Finds statements with `CONCURRENTLY` that run under a timeout of less than an hour.
final class ConcurrentlyUnderTimeout implements StatementLook {

  /// Such a statement waits for all transactions that are older than itself, so a shorter timeout
  /// may cancel it.
  private static final Duration ENOUGH = Duration.ofHours(1);

  @Override
  public void look(ResolvedStatement resolved, RuleView scene) {
    var statement = resolved.statement();
    if (!statement.runsAlone() || !scene.isConcurrent(statement)) {
      return;
    }
    for (var setting : List.of("lock_timeout", "statement_timeout")) {
      scene
          .catalog()
          .setting(setting)
          .flatMap(SettingDuration::ofMilliseconds)
          .filter(d -> !d.isZero() && d.compareTo(ENOUGH) < 0)
          .ifPresent(_ -> report(setting, resolved, scene));
    }
  }

  private static void report(String setting, ResolvedStatement resolved, RuleView scene) {
    var statement = resolved.statement();
    scene.report(
        statement.span(),
        "%s is %s: this waits for every older transaction, and when the timeout expires it fails and leaves an invalid index"
            .formatted(setting, scene.catalog().setting(setting).orElse("")),
        "switch the timeout off for this statement, which does not block reads or writes\nSET %s = 0;\n%s;\nRESET %s;"
            .formatted(setting, SafeSql.oneLine(scene.text(statement.span())), setting));
  }
}
