package dev.deed.lint.rule.partition;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.DetachesPartition;
import java.util.List;

/// Finds `DETACH PARTITION` without `CONCURRENTLY`.
final class DetachNotConcurrent implements EffectCheck<DetachesPartition> {

  private static final int CONCURRENT = 14;

  @Override
  public void check(DetachesPartition detaches, RuleView view) {
    var parent = view.relation(detaches.table());
    if (detaches.concurrently() || detaches.finalizes() || view.isNewRelation(parent)) {
      return;
    }
    var partition = view.relation(detaches.partition());
    var about = List.of(ObjectName.table(parent), ObjectName.table(partition));
    var message =
        "this blocks reads and writes of %s and all its partitions: it waits for every query on them, and later queries wait for it"
            .formatted(parent.dotted());
    var canBeConcurrent =
        view.postgres() >= CONCURRENT
            && AttachWithoutCheck.defaultPartition(parent, view).isEmpty();
    if (canBeConcurrent) {
      var statement =
          SafeSql.alterTable(
              detaches.table(),
              "DETACH PARTITION " + detaches.partition().quoted() + " CONCURRENTLY;");
      view.report(
          detaches.span(),
          message,
          "detach it concurrently, which does not block reads or writes; deed runs this outside a transaction\n"
              + statement,
          about);
    } else {
      view.report(
          Severity.WARNING,
          detaches.span(),
          message,
          "CONCURRENTLY cannot be used here, because it needs PostgreSQL 14 or later and no default partition: use a migration of its own with a short lock_timeout",
          about);
    }
  }
}
