package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.RuleCheck.StatementLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.replay.ResolvedStatement;

/// Finds statements inside a transaction that PostgreSQL refuses there. Those with `CONCURRENTLY`
/// are found by `ConcurrentlyInTransaction`.
public final class CannotRunInTransaction implements StatementLook {

  @Override
  public void look(ResolvedStatement resolved, RuleView scene) {
    var statement = resolved.statement();
    if (scene.byEngine() || !statement.runsAlone() || !scene.isInOwnTransaction()) {
      return;
    }
    if (!scene.isConcurrent(statement)) {
      var message =
          statement.command()
              + " cannot run inside a transaction block: PostgreSQL refuses it here";
      var advice = "move it after COMMIT, or to a file of its own";
      scene.report(statement.span(), message, advice);
    }
  }
}
