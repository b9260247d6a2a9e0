package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.Look.StatementLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.replay.ResolvedStatement;

/// A statement that PostgreSQL refuses inside a transaction, inside one. (With `CONCURRENTLY`,
/// another rule says it.)
public final class CannotRunInTransaction implements StatementLook {

  @Override
  public void look(ResolvedStatement resolved, Scene scene) {
    var statement = resolved.statement();
    if (scene.byEngine() || !statement.runsAlone() || !scene.isInOwnTransaction()) {
      return;
    }
    if (!scene.isConcurrent(statement)) {
      var message =
          statement.command() + " cannot run inside a transaction: PostgreSQL refuses it here";
      var advice = "write it behind the COMMIT, or in a file of its own";
      scene.report(statement.span(), message, advice);
    }
  }
}
