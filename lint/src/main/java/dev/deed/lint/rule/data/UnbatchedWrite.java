package dev.deed.lint.rule.data;

import dev.deed.lint.facts.Batches;
import dev.deed.lint.facts.RowsReached;
import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.lint.rule.transaction.WorkUnderLock;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;
import java.util.List;
import java.util.stream.Stream;

/// An `UPDATE` or `DELETE` with a condition that may hold for most of the table, a `MERGE` with
/// another one.
final class UnbatchedWrite implements EffectLook<WritesRows> {

  @Override
  public void look(WritesRows writes, Scene scene) {
    if (!isChange(writes, scene)
        || !writes.filtered()
        || scene.isNew(writes.relation())
        // Then what it does under the locks is told.
        || !scene.held().isEmpty()) {
      return;
    }
    var reached = RowsReached.by(writes, scene);
    if (reached == RowsReached.FEW) {
      return;
    }
    var table = scene.relation(writes.relation());
    var message =
        "%s any number of rows of %s in one transaction: each stays locked until the last is done"
            .formatted(writes.writing() == Writing.DELETE ? "deletes" : "changes", table.dotted());
    var severity = reached == RowsReached.OF_A_VALUE ? Severity.WARNING : Severity.ERROR;
    scene.report(
        severity,
        writes.span(),
        message,
        Batches.advice(writes, scene),
        List.of(ObjectName.table(table)));
  }

  private static boolean isChange(WritesRows writes, Scene scene) {
    return switch (writes.writing()) {
      case UPDATE, DELETE -> true;
      case MERGE -> WorkUnderLock.isLarge(writes, effects(scene), scene);
      case INSERT, COPY -> false;
    };
  }

  private static List<Effect> effects(Scene scene) {
    return scene.statement().effects().stream()
        .flatMap(e -> e instanceof RunsBlock block ? block.body().effects().stream() : Stream.of(e))
        .toList();
  }
}
