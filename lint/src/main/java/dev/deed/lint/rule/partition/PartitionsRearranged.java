package dev.deed.lint.rule.partition;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.RearrangesPartitions;

/// Finds `MERGE PARTITIONS` and `SPLIT PARTITION`.
final class PartitionsRearranged implements EffectCheck<RearrangesPartitions> {

  @Override
  public void check(RearrangesPartitions rearranges, RuleView view) {
    var parent = view.relation(rearranges.table());
    if (view.isNewRelation(parent)) {
      return;
    }
    var message =
        "this blocks reads and writes of %s and all its partitions while every row of the affected partitions is copied"
            .formatted(parent.dotted());
    var advice =
        "fill the new partitions as separate tables in batches, then detach the old and attach the new ones; or use a maintenance window";
    view.report(rearranges.span(), message, advice, ObjectName.table(parent));
  }
}
