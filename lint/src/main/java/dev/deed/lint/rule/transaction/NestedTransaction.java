package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.Transaction;

/// Finds `BEGIN` inside a transaction, and the end of a transaction that the script did not begin.
/// In a migration, deed refuses both.
final class NestedTransaction implements EffectLook<ControlsTransaction> {

  @Override
  public void look(ControlsTransaction control, RuleView scene) {
    if (scene.byEngine() || scene.isInBlock()) {
      return;
    }
    var isOpen = isOpen(scene);
    if (control.transaction() == Transaction.BEGIN && isOpen) {
      var message =
          "a transaction is already open: this BEGIN does nothing, and the next COMMIT ends the whole transaction";
      scene.report(control.span(), message, "remove it, or use a savepoint\nSAVEPOINT here;");
    } else if (ends(control.transaction()) && !isOpen) {
      var message =
          "this script has not begun a transaction: this ends the transaction of the program that runs it, in the middle of its work";
      scene.report(control.span(), message, "remove it, or begin a transaction before\nBEGIN;");
    }
  }

  /// Whether the script has a transaction open: the latest `BEGIN`, `COMMIT` or `ROLLBACK` decides.
  private static boolean isOpen(RuleView scene) {
    return scene.read().reversed().stream()
        .flatMap(resolved -> resolved.statement().effects().stream())
        .filter(ControlsTransaction.class::isInstance)
        .map(e -> ((ControlsTransaction) e).transaction())
        .filter(t -> t == Transaction.BEGIN || ends(t))
        .findFirst()
        .filter(t -> t == Transaction.BEGIN)
        .isPresent();
  }

  private static boolean ends(Transaction transaction) {
    return switch (transaction) {
      case COMMIT, ROLLBACK, PREPARE -> true;
      case BEGIN,
          SAVEPOINT,
          RELEASE,
          ROLLBACK_TO,
          COMMIT_PREPARED,
          ROLLBACK_PREPARED,
          CHARACTERISTICS ->
          false;
    };
  }
}
