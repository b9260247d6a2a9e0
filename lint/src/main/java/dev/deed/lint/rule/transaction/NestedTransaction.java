package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.Transaction;

/// `BEGIN` inside a transaction, or an end of one that was not begun. Deed itself refuses both in a
/// migration.
final class NestedTransaction implements EffectLook<ControlsTransaction> {

  @Override
  public void look(ControlsTransaction control, Scene scene) {
    if (scene.byEngine() || scene.isInBlock()) {
      return;
    }
    var isOpen = isOpen(scene);
    if (control.transaction() == Transaction.BEGIN && isOpen) {
      var message =
          "a transaction is open already: this BEGIN does nothing, and the next COMMIT ends both";
      scene.report(control.span(), message, "take it out, or write a savepoint\nSAVEPOINT here;");
    } else if (ends(control.transaction()) && !isOpen) {
      var message =
          "no transaction of this script is open: this ends the one of whoever runs it, in the middle";
      scene.report(control.span(), message, "take it out, or begin one before\nBEGIN;");
    }
  }

  /// Read from the end: the latest `BEGIN`, `COMMIT` or `ROLLBACK` decides.
  private static boolean isOpen(Scene scene) {
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
