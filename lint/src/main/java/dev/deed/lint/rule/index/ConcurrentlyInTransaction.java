package dev.deed.lint.rule.index;

import dev.deed.lint.rule.Look.StatementLook;
import dev.deed.lint.rule.SafeSql;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.replay.ResolvedStatement;

/// A statement with `CONCURRENTLY` inside the script's own transaction.
final class ConcurrentlyInTransaction implements StatementLook {

  @Override
  public void look(ResolvedStatement resolved, Scene scene) {
    var statement = resolved.statement();
    // What deed runs in a transaction, and that it refuses one of the script's own, others say.
    if (scene.byEngine()
        || !statement.runsAlone()
        || !scene.isInOwnTransaction()
        || !scene.isConcurrent(statement)) {
      return;
    }
    scene.report(
        statement.span(),
        "PostgreSQL refuses CONCURRENTLY inside a transaction, and this stands behind BEGIN",
        "end the transaction before it\nCOMMIT;\n"
            + SafeSql.oneLine(scene.text(statement.span()))
            + ";");
  }
}
