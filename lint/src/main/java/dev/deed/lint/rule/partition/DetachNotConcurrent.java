package dev.deed.lint.rule.partition;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.SafeSql;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.DetachesPartition;
import java.util.List;

/// `DETACH PARTITION` without `CONCURRENTLY`.
final class DetachNotConcurrent implements EffectLook<DetachesPartition> {

  private static final int CONCURRENT = 14;

  @Override
  public void look(DetachesPartition detaches, Scene scene) {
    var parent = scene.relation(detaches.table());
    if (detaches.concurrently() || detaches.finalizes() || scene.isNewRelation(parent)) {
      return;
    }
    var partition = scene.relation(detaches.partition());
    var about = List.of(ObjectName.table(parent), ObjectName.table(partition));
    var message =
        "blocks reads and writes of %s and all its partitions: it waits for every query on them, and new ones wait behind it"
            .formatted(parent.dotted());
    var canBeConcurrent =
        scene.postgres() >= CONCURRENT
            && AttachWithoutCheck.defaultPartition(parent, scene).isEmpty();
    if (canBeConcurrent) {
      var statement =
          SafeSql.alterTable(
              detaches.table(),
              "DETACH PARTITION " + detaches.partition().quoted() + " CONCURRENTLY;");
      scene.report(
          detaches.span(),
          message,
          "detach it while reads and writes go on; deed runs it outside a transaction by itself\n"
              + statement,
          about);
    } else {
      scene.report(
          Severity.WARNING,
          detaches.span(),
          message,
          "CONCURRENTLY is not to be had here (it needs PostgreSQL 14 and no default partition): keep it alone in its migration, with a short lock_timeout",
          about);
    }
  }
}
