package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.RoutineEffect.Body;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.Transaction;
import java.util.List;
import java.util.Optional;

/// `COMMIT` and `ROLLBACK` in procedures and `DO` blocks that run inside a transaction.
final class Commits implements Refusals {

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(RunsBlock.class, CallsRoutine.class, ControlsTransaction.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    if (!known.view().isInTransaction()) {
      return Optional.empty();
    }
    return switch (effect) {
      case RunsBlock block when ends(block.body()) ->
          Refusal.of(
              block.span(),
              "the DO block ends its transaction, which fails inside the transaction of the script",
              "put it in a migration of its own with -- deed: transaction none");
      case CallsRoutine call when call.kind() == ObjectKind.PROCEDURE -> called(call, known);
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> called(CallsRoutine call, Known known) {
    var procedures = known.catalog().called(call.routine());
    if (procedures.size() != 1) {
      return Optional.empty();
    }
    var procedure = procedures.getFirst();
    return known.catalog().isCertain(procedure.name()) && ends(procedure.body())
        ? Refusal.of(
            call.span(),
            "%s ends its transaction%s, which fails inside the transaction of the script"
                .formatted(procedure.name().words(), known.created(procedure.name())),
            "call it in a migration of its own with -- deed: transaction none",
            procedure.name())
        : Optional.empty();
  }

  private static boolean ends(Body body) {
    return body.effects().stream().anyMatch(Commits::isEnd) && CertainCommit.isIn(body.text());
  }

  private static boolean isEnd(Effect effect) {
    return effect instanceof ControlsTransaction controls
        && (controls.transaction() == Transaction.COMMIT
            || controls.transaction() == Transaction.ROLLBACK);
  }
}
