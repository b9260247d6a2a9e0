package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.StatementLook;
import dev.deed.sql.schema.Resolved;

/// Finds strong locks without a `lock_timeout`, in scripts that other programs run.
final class NoLockTimeout implements StatementLook {

  @Override
  public void look(Resolved statement, Scene scene) {
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
              "no lock_timeout is set: this may wait indefinitely for its lock on %s, and all later queries on that table wait too"
                  .formatted(table);
          var advice =
              "set a timeout before it, and try again when it expires\nSET lock_timeout = '5s';";
          scene.report(statement.statement().span(), message, advice, touch.object());
        });
  }
}
