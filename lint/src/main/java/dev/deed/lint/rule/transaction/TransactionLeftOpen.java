package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.RuleCheck.ScriptLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.Transaction;

/// Finds `BEGIN` without `COMMIT`. In a migration, deed refuses both.
final class TransactionLeftOpen implements ScriptLook {

  @Override
  public void look(RuleView scene) {
    if (scene.byEngine() || !scene.leavesTransactionOpen()) {
      return;
    }
    scene.read().reversed().stream()
        .flatMap(resolved -> resolved.statement().effects().stream())
        .filter(e ->
            e instanceof ControlsTransaction controls
                && controls.transaction() == Transaction.BEGIN)
        .findFirst()
        .ifPresent(begin ->
            scene.report(
                begin.span(),
                "this transaction is never committed: it is rolled back when the script ends",
                "end it after its last statement\nCOMMIT;"));
  }
}
