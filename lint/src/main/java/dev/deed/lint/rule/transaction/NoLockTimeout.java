package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.HeldLocks;
import dev.deed.lint.rule.Look.StatementLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.replay.ResolvedStatement;

/// A strong lock without `lock_timeout`, where deed does not set it.
final class NoLockTimeout implements StatementLook {

  @Override
  public void look(ResolvedStatement statement, Scene scene) {
    if (scene.byEngine()
        || scene.catalog().setting("lock_timeout").isPresent()
        || scene.hasReported()) {
      return;
    }
    HeldLocks.ofOthers(statement, scene).stream()
        .findFirst()
        .ifPresent(touch -> {
          var table = touch.object().name().dotted();
          var message =
              "this waits for its lock on %s without end, and every query on %s waits behind it"
                  .formatted(table, table);
          var advice =
              "set a time-out before it and try again when it runs out\nSET lock_timeout = '5s';";
          scene.report(statement.statement().span(), message, advice, touch.object());
        });
  }
}
