package dev.deed.lint.rule.partition;

import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.RearrangesPartitions;

/// Finds `MERGE PARTITIONS` and `SPLIT PARTITION`.
final class PartitionsRearranged implements EffectLook<RearrangesPartitions> {

  @Override
  public void look(RearrangesPartitions rearranges, RuleView scene) {
    var parent = scene.relation(rearranges.table());
    if (scene.isNewRelation(parent)) {
      return;
    }
    var message =
        "this blocks reads and writes of %s and all its partitions while every row of the affected partitions is copied"
            .formatted(parent.dotted());
    var advice =
        "fill the new partitions as separate tables in batches, then detach the old and attach the new ones; or use a maintenance window";
    scene.report(rearranges.span(), message, advice, ObjectName.table(parent));
  }
}
