package dev.deed.lint.rule.index;

import dev.deed.lint.rule.RuleCheck.StatementLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.replay.ResolvedStatement;

/// Finds statements with `CONCURRENTLY` inside a transaction that the script itself began.
final class ConcurrentlyInTransaction implements StatementLook {

  @Override
  public void look(ResolvedStatement resolved, RuleView scene) {
    var statement = resolved.statement();
    // In a migration that deed runs, BEGIN itself is refused by the rule transaction-control.
    if (scene.byEngine()
        || !statement.runsAlone()
        || !scene.isInOwnTransaction()
        || !scene.isConcurrent(statement)) {
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
