package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.StatementLook;
import dev.deed.sql.schema.Resolved;

/// A statement with `CONCURRENTLY` inside the script's own transaction.
final class ConcurrentlyInTransaction implements StatementLook {

  @Override
  public void look(Resolved resolved, Scene scene) {
    var statement = resolved.statement();
    // What deed runs in a transaction, and that it refuses one of the script's own, others say.
    if (scene.byEngine()
        || !statement.runsAlone()
        || !scene.isInOwnTransaction()
        || !CannotRunInTransaction.isConcurrent(statement, scene)) {
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
