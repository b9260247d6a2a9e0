package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.RuleCheck.StatementCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.replay.ResolvedStatement;

/// Finds statements inside a transaction that PostgreSQL refuses there. Those with `CONCURRENTLY`
/// are found by `ConcurrentlyInTransaction`.
public final class CannotRunInTransaction implements StatementCheck {

  @Override
  public void check(ResolvedStatement resolved, RuleView view) {
    var statement = resolved.statement();
    if (view.byEngine() || !statement.runsAlone() || !view.isInOwnTransaction()) {
      return;
    }
    if (!view.isConcurrent(statement)) {
      var message =
          statement.command().words()
              + " cannot run inside a transaction block: PostgreSQL refuses it here";
      var advice =
          view.isWrapped()
              ? "move it to a file of its own, and let the tool run that file without a transaction"
              : "move it after COMMIT, or to a file of its own";
      view.report(statement.span(), message, advice);
    }
  }
}
