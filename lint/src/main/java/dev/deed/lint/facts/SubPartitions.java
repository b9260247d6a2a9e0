package dev.deed.lint.facts;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.replay.Catalog;

/// Partitions that are partitioned themselves: what is done to a partition concurrently cannot be
/// done to them.
public final class SubPartitions {

  /// What to do instead, in words: the SQL depends on all levels.
  public static final String ADVICE =
      "a partition of %s is partitioned itself: do it concurrently on each partition that holds rows, then attach the indexes level by level, from the lowest up";

  private SubPartitions() {}

  /// @param table resolved
  public static boolean of(QualifiedName table, Catalog catalog) {
    return catalog.children(table).stream().anyMatch(p -> p.partitionBy() != null);
  }

  /// @param table resolved
  public static String advice(QualifiedName table) {
    return ADVICE.formatted(table.dotted());
  }
}
