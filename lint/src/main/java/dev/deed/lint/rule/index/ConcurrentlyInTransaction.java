package dev.deed.lint.rule.index;

import dev.deed.lint.rule.RuleCheck.StatementCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.replay.ResolvedStatement;

/// Finds statements with `CONCURRENTLY` inside a transaction that the script itself began.
final class ConcurrentlyInTransaction implements StatementCheck {

  @Override
  public void check(ResolvedStatement resolved, RuleView view) {
    var statement = resolved.statement();
    // In a migration that deed runs, BEGIN itself is refused by the rule transaction-control.
    if (view.byEngine()
        || !statement.runsAlone()
        || !view.isInOwnTransaction()
        || !view.isConcurrent(statement)) {
      return;
    }
    if (view.isWrapped()) {
      view.report(
          statement.span(),
          "PostgreSQL refuses CONCURRENTLY inside a transaction block, and the whole file runs in one",
          "move it to a file of its own, and let the tool run that file without a transaction");
      return;
    }
    view.report(
        statement.span(),
        "PostgreSQL refuses CONCURRENTLY inside a transaction block, and this statement follows BEGIN",
        "end the transaction before this statement\nCOMMIT;\n"
            + SafeSql.oneLine(view.text(statement.span()))
            + ";");
  }
}
