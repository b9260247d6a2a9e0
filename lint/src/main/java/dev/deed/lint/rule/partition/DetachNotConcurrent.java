package dev.deed.lint.rule.partition;

import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.DetachesPartition;
import java.util.List;

/// Finds `DETACH PARTITION` without `CONCURRENTLY`.
final class DetachNotConcurrent implements EffectLook<DetachesPartition> {

  private static final int CONCURRENT = 14;

  @Override
  public void look(DetachesPartition detaches, RuleView scene) {
    var parent = scene.relation(detaches.table());
    if (detaches.concurrently() || detaches.finalizes() || scene.isNewRelation(parent)) {
      return;
    }
    var partition = scene.relation(detaches.partition());
    var about = List.of(ObjectName.table(parent), ObjectName.table(partition));
    var message =
        "this blocks reads and writes of %s and all its partitions: it waits for every query on them, and later queries wait for it"
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
          "detach it concurrently, which does not block reads or writes; deed runs this outside a transaction\n"
              + statement,
          about);
    } else {
      scene.report(
          Severity.WARNING,
          detaches.span(),
          message,
          "CONCURRENTLY cannot be used here, because it needs PostgreSQL 14 or later and no default partition: use a migration of its own with a short lock_timeout",
          about);
    }
  }
}
