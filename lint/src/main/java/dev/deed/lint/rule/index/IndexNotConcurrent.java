package dev.deed.lint.rule.index;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.SafeSql;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectName;

/// `CREATE INDEX` without `CONCURRENTLY`.
final class IndexNotConcurrent implements EffectLook<CreatesIndex> {

  @Override
  public void look(CreatesIndex index, Scene scene) {
    var table = scene.relation(index.table());
    if (index.concurrently()
        || scene.isNewRelation(table)
        || isPartitioned(index, scene)
        || isThere(index, table, scene)) {
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

  /// `IF NOT EXISTS`, and it does.
  private static boolean isThere(CreatesIndex index, QualifiedName table, Scene scene) {
    return index.ifNotExists()
        && scene.catalog().indexes(table).stream()
            .anyMatch(i -> i.name().name().name().equals(index.name()));
  }

  /// `ONLY` is said of partitioned tables, whose own index is empty.
  private static boolean isPartitioned(CreatesIndex index, Scene scene) {
    var known = scene.catalog().table(scene.relation(index.table()));
    return known.map(t -> t.partitionBy() != null).orElse(index.only());
  }
}
