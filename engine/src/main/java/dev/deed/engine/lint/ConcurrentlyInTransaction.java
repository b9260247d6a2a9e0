package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.StatementLook;
import dev.deed.sql.schema.Resolved;

/// Finds statements with `CONCURRENTLY` inside a transaction that the script itself began.
final class ConcurrentlyInTransaction implements StatementLook {

  @Override
  public void look(Resolved resolved, Scene scene) {
    var statement = resolved.statement();
    // In a migration that deed runs, BEGIN itself is refused by the rule transaction-control.
    if (scene.byEngine()
        || !statement.runsAlone()
        || !scene.isInOwnTransaction()
        || !CannotRunInTransaction.isConcurrent(statement, scene)) {
      return;
    }
    scene.report(
        statement.span(),
        "PostgreSQL refuses CONCURRENTLY inside a transaction block, and this statement follows BEGIN",
        "end the transaction before this statement\nCOMMIT;\n"
            + SafeSql.oneLine(scene.text(statement.span()))
            + ";");
  }
}
