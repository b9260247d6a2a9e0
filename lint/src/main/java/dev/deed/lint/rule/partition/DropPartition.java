package dev.deed.lint.rule.partition;

import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectName;

/// Finds `DROP TABLE` of a partition that is still attached.
final class DropPartition implements EffectLook<Drops> {

  private static final int CONCURRENT = 14;

  @Override
  public void look(Drops drops, RuleView scene) {
    var table = scene.relation(drops.object().name());
    var partition =
        drops.object().kind().isRelation()
            ? scene.catalog().table(table).map(t -> t.partition()).orElse(null)
            : null;
    if (partition == null || scene.isNewRelation(partition.parent())) {
      return;
    }
    var parent = partition.parent();
    var message =
        "this blocks reads and writes of %s and all its partitions: it waits for every query on them, and later queries wait for it"
            .formatted(parent.dotted());
    var concurrently =
        scene.postgres() >= CONCURRENT
                && AttachWithoutCheck.defaultPartition(parent, scene).isEmpty()
            ? " CONCURRENTLY"
            : "";
    var advice =
        String.join(
            "\n",
            "detach it first; dropping a detached table does not lock the parent",
            SafeSql.alterTable(parent, "DETACH PARTITION " + table.quoted() + concurrently + ";"),
            "-- in a later migration",
            "DROP TABLE " + table.quoted() + ";");
    scene.report(drops.span(), message, advice, ObjectName.table(parent), ObjectName.table(table));
  }
}
