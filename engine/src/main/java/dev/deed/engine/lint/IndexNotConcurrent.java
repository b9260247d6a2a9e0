package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.EffectLook;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectName;

/// `CREATE INDEX` without `CONCURRENTLY`.
final class IndexNotConcurrent implements EffectLook<CreatesIndex> {

  @Override
  public void look(CreatesIndex index, Scene scene) {
    var table = scene.relation(index.table());
    var isPartitioned =
        scene.catalog().table(table).filter(t -> t.partitionBy() != null).isPresent();
    if (index.concurrently() || scene.isNewRelation(table) || isPartitioned) {
      return;
    }
    var message =
        "building this index blocks INSERT, UPDATE and DELETE on %s until all its rows are read"
            .formatted(table.dotted());
    var advice =
        "build it while writes go on; deed runs it outside a transaction by itself\n"
            + SafeSql.inserted(scene, "CONCURRENTLY", "INDEX")
            + ";";
    scene.report(index.span(), message, advice, ObjectName.table(table));
  }
}
