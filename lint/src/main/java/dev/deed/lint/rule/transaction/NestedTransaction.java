package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.Transaction;

/// Finds `BEGIN` inside a transaction, and the end of a transaction that the script did not begin.
/// In a migration, deed refuses both.
final class NestedTransaction implements EffectCheck<ControlsTransaction> {

  @Override
  public void check(ControlsTransaction control, RuleView view) {
    if (view.byEngine() || view.isInBlock()) {
      return;
    }
    var isOpen = isOpen(view);
    if (control.transaction() == Transaction.BEGIN && (isOpen || view.isWrapped())) {
      var message =
          "a transaction is already open: this BEGIN does nothing, and the next COMMIT ends the whole transaction";
      view.report(control.span(), message, "remove it, or use a savepoint\nSAVEPOINT here;");
    } else if (ends(control.transaction()) && view.isWrapped()) {
      var message =
          "this ends the transaction in which the whole file runs: what follows is no longer undone when the migration fails";
      view.report(control.span(), message, "remove it");
    } else if (ends(control.transaction()) && !isOpen) {
      var message =
          "this script has not begun a transaction: this ends the transaction of the program that runs it, in the middle of its work";
      view.report(control.span(), message, "remove it, or begin a transaction before\nBEGIN;");
    }
  }

  /// Whether the script has a transaction open: the latest `BEGIN`, `COMMIT` or `ROLLBACK` decides.
  private static boolean isOpen(RuleView view) {
    return view.read().reversed().stream()
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
