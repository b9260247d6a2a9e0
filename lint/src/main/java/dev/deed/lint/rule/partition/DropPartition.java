package dev.deed.lint.rule.partition;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectName;

/// Finds `DROP TABLE` of a partition that is still attached.
final class DropPartition implements EffectCheck<Drops> {

  private static final int CONCURRENT = 14;

  @Override
  public void check(Drops drops, RuleView view) {
    var table = view.relation(drops.object().name());
    var partition =
        drops.object().kind().isRelation()
            ? view.catalog().table(table).map(t -> t.partition()).orElse(null)
            : null;
    if (partition == null || view.isNewRelation(partition.parent())) {
      return;
    }
    var parent = partition.parent();
    var message =
        "this blocks reads and writes of %s and all its partitions: it waits for every query on them, and later queries wait for it"
            .formatted(parent.dotted());
    var concurrently =
        view.postgres() >= CONCURRENT && AttachWithoutCheck.defaultPartition(parent, view).isEmpty()
            ? " CONCURRENTLY"
            : "";
    var advice =
        String.join(
            "\n",
            "detach it first; dropping a detached table does not lock the parent",
            SafeSql.alterTable(parent, "DETACH PARTITION " + table.quoted() + concurrently + ";"),
            "-- in a later migration",
            "DROP TABLE " + table.quoted() + ";");
    view.report(drops.span(), message, advice, ObjectName.table(parent), ObjectName.table(table));
  }
}
