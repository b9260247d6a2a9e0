package dev.deed.lint.rule.partition;

import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.lint.rule.RuleCheck.at;
import static dev.deed.sql.Hazard.BLOCKS_READS;
import static dev.deed.sql.Hazard.BLOCKS_WRITES;
import static dev.deed.sql.Hazard.REWRITES_TABLE;

import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.TableEffect.AttachesPartition;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.DetachesPartition;
import dev.deed.sql.effect.TableEffect.RearrangesPartitions;
import java.util.List;

/// The rules about partitions.
public final class PartitionRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "attach-without-check",
              "a partition is attached, and all its rows are checked while reads and writes of it wait",
              at(AttachesPartition.class, new AttachWithoutCheck()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "detach-not-concurrent",
              "a partition is detached while reads and writes of the parent wait",
              at(DetachesPartition.class, new DetachNotConcurrent()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "create-partition-of",
              "a partition is created while reads and writes of the parent wait",
              at(CreatesTable.class, new CreatePartitionOf()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "drop-partition",
              "a partition is dropped while reads and writes of the parent wait",
              at(Drops.class, new DropPartition()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "partitions-rearranged",
              "partitions are merged or split while reads and writes of the parent wait",
              at(RearrangesPartitions.class, new PartitionsRearranged()),
              BLOCKS_READS,
              BLOCKS_WRITES,
              REWRITES_TABLE));

  private PartitionRules() {}
}
