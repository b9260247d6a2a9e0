package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.EffectLook;
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
final class UnbatchedWrite implements EffectLook<WritesRows> {

  @Override
  public void look(WritesRows writes, Scene scene) {
    if (!isChange(writes, scene)
        || !writes.filtered()
        || scene.isNew(writes.relation())
        // With locks held, WorkUnderLock reports it.
        || !scene.held().isEmpty()) {
      return;
    }
    var reached = RowsReached.by(writes, scene);
    if (reached == RowsReached.FEW) {
      return;
    }
    var table = scene.relation(writes.relation());
    var message =
        "this may %s any number of rows of %s in one transaction: each row stays locked until the last one is done"
            .formatted(writes.writing() == Writing.DELETE ? "delete" : "change", table.dotted());
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
