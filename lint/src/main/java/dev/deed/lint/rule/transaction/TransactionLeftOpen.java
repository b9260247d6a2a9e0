package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.RuleCheck.ScriptCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.Transaction;

/// Finds `BEGIN` without `COMMIT`. In a migration, deed refuses both.
final class TransactionLeftOpen implements ScriptCheck {

  @Override
  public void check(RuleView view) {
    if (view.byEngine() || !view.leavesTransactionOpen()) {
      return;
    }
    view.read().reversed().stream()
        .flatMap(resolved -> resolved.statement().effects().stream())
        .filter(e ->
            e instanceof ControlsTransaction controls
                && controls.transaction() == Transaction.BEGIN)
        .findFirst()
        .ifPresent(begin ->
            view.report(
                begin.span(),
                "this transaction is never committed: it is rolled back when the script ends",
                "end it after its last statement\nCOMMIT;"));
  }
}
