package dev.deed.lint.rule.data;

import dev.deed.lint.facts.Batches;
import dev.deed.lint.facts.RowsReached;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.transaction.WorkUnderLock;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;
import java.util.List;
import java.util.stream.Stream;

/// Finds `UPDATE` and `DELETE` with a condition that may hold for most of the table, and `MERGE`
/// with another table.
final class UnbatchedWrite implements EffectCheck<WritesRows> {

  @Override
  public void check(WritesRows writes, RuleView view) {
    if (!isChange(writes, view)
        || !writes.filtered()
        || view.isNew(writes.relation())
        // deed runs the statement in batches.
        || view.runsInBatches()
        // With locks held, WorkUnderLock reports it.
        || !view.held().isEmpty()) {
      return;
    }
    var reached = RowsReached.by(writes, view);
    if (reached == RowsReached.FEW) {
      return;
    }
    var table = view.relation(writes.relation());
    var message =
        "this may %s any number of rows of %s in one transaction: each row stays locked until the last one is done"
            .formatted(writes.writing() == Writing.DELETE ? "delete" : "change", table.dotted());
    var severity = reached == RowsReached.OF_A_VALUE ? Severity.WARNING : Severity.ERROR;
    view.report(
        severity,
        writes.span(),
        message,
        Batches.advice(writes, view),
        List.of(ObjectName.table(table)));
  }

  private static boolean isChange(WritesRows writes, RuleView view) {
    return switch (writes.writing()) {
      case UPDATE, DELETE -> true;
      case MERGE -> WorkUnderLock.isLarge(writes, effects(view), view);
      case INSERT, COPY -> false;
    };
  }

  private static List<Effect> effects(RuleView view) {
    return view.statement().effects().stream()
        .flatMap(e -> e instanceof RunsBlock block ? block.body().effects().stream() : Stream.of(e))
        .toList();
  }
}
