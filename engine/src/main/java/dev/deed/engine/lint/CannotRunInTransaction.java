package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.StatementLook;
import dev.deed.sql.schema.Resolved;
import dev.deed.sql.script.Statement;
import java.util.Locale;

/// Finds statements inside a transaction that PostgreSQL refuses there. Those with `CONCURRENTLY`
/// are found by `ConcurrentlyInTransaction`.
final class CannotRunInTransaction implements StatementLook {

  @Override
  public void look(Resolved resolved, Scene scene) {
    var statement = resolved.statement();
    if (scene.byEngine() || !statement.runsAlone() || !scene.isInOwnTransaction()) {
      return;
    }
    if (!isConcurrent(statement, scene)) {
      var message =
          statement.command()
              + " cannot run inside a transaction block: PostgreSQL refuses it here";
      var advice = "move it after COMMIT, or to a file of its own";
      scene.report(statement.span(), message, advice);
    }
  }

  static boolean isConcurrent(Statement statement, Scene scene) {
    return scene.text(statement.span()).toLowerCase(Locale.ROOT).contains("concurrently");
  }
}
