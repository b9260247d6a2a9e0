package dev.deed.lint.rule.partition;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.RearrangesPartitions;

/// `MERGE PARTITIONS` and `SPLIT PARTITION`.
final class PartitionsRearranged implements EffectLook<RearrangesPartitions> {

  @Override
  public void look(RearrangesPartitions rearranges, Scene scene) {
    var parent = scene.relation(rearranges.table());
    if (scene.isNewRelation(parent)) {
      return;
    }
    var message =
        "blocks reads and writes of %s and all its partitions while every row of those concerned is copied"
            .formatted(parent.dotted());
    var advice =
        "build the new partitions beside the old ones in batches, then detach and attach; or do it in a maintenance window";
    scene.report(rearranges.span(), message, advice, ObjectName.table(parent));
  }
}
