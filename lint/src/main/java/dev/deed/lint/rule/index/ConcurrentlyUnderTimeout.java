package dev.deed.lint.rule.index;

import dev.deed.lint.facts.SettingDuration;
import dev.deed.lint.rule.Look.StatementLook;
import dev.deed.lint.rule.SafeSql;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.replay.ResolvedStatement;
import java.time.Duration;
import java.util.List;

/// A statement with `CONCURRENTLY` under a time-out that breaks it off.
final class ConcurrentlyUnderTimeout implements StatementLook {

  /// It waits for all transactions that are older than it is.
  private static final Duration ENOUGH = Duration.ofHours(1);

  @Override
  public void look(ResolvedStatement resolved, Scene scene) {
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

  private static void report(String setting, ResolvedStatement resolved, Scene scene) {
    var statement = resolved.statement();
    scene.report(
        statement.span(),
        "%s is %s: this waits for every transaction that is older than it is, is broken off, and leaves an invalid index behind"
            .formatted(setting, scene.catalog().setting(setting).orElse("")),
        "switch it off before; nobody waits for this one\nSET %s = 0;\n%s;\nRESET %s;"
            .formatted(setting, SafeSql.oneLine(scene.text(statement.span())), setting));
  }
}
