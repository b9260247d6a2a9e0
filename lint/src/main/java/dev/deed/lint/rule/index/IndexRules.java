package dev.deed.lint.rule.index;

import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.optional;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.lint.rule.RuleCheck.at;
import static dev.deed.lint.rule.RuleCheck.atStatement;
import static dev.deed.sql.Hazard.BLOCKS_READS;
import static dev.deed.sql.Hazard.BLOCKS_WRITES;

import dev.deed.lint.facts.DropIndex;
import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import java.util.List;

/// The rules about indexes.
public final class IndexRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "index-not-concurrent",
              "an index is built while writes to its table wait",
              at(CreatesIndex.class, new IndexNotConcurrent()),
              BLOCKS_WRITES),
          error(
              "index-on-partitioned-table",
              "an index is built on all partitions while writes to all of them wait",
              at(CreatesIndex.class, new IndexOnPartitionedTable()),
              BLOCKS_WRITES),
          error(
              "concurrently-in-transaction",
              "CONCURRENTLY is used inside a transaction, where PostgreSQL refuses it",
              atStatement(new ConcurrentlyInTransaction())),
          error(
              "reindex-not-concurrent",
              "indexes are rebuilt while writes to their table wait",
              at(Maintains.class, new ReindexNotConcurrent()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "invalid-index-leftover",
              "IF NOT EXISTS accepts an invalid index that a failed build left",
              at(CreatesIndex.class, new InvalidIndexLeftover())),
          error(
              "drop-index-of-constraint",
              "the index of a constraint is dropped, which PostgreSQL refuses",
              DropIndex.at(new DropIndexOfConstraint())),
          warning(
              "drop-index-not-concurrent",
              "an index is dropped while reads and writes of its table wait",
              DropIndex.at(new DropIndexNotConcurrent()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "index-gap",
              "an index is dropped before the index that replaces it is built",
              DropIndex.at(new IndexGap())),
          warning(
              "concurrently-under-timeout",
              "a timeout may cancel a statement with CONCURRENTLY, which leaves an invalid index",
              atStatement(new ConcurrentlyUnderTimeout())),
          warning(
              "redundant-index",
              "an index is created although another one serves the same queries",
              at(CreatesIndex.class, new RedundantIndex())),
          warning(
              "unnamed-index",
              "an index is created without a name",
              at(CreatesIndex.class, new UnnamedIndex())),
          warning(
              "vector-index-defaults",
              "a pgvector index is built without parameters, or before the table has rows",
              at(CreatesIndex.class, new VectorIndexDefaults())),
          error(
              "vector-index-refused",
              "a pgvector index has a type, operator class, size or parameter that PostgreSQL refuses",
              at(Effect.class, new VectorIndexRefused())),
          warning(
              "vector-operator-mismatch",
              "a query orders by a distance that no pgvector index of the column serves",
              atStatement(new VectorOperatorMismatch())),
          optional(
              "vector-index-memory",
              "a pgvector index is built without setting maintenance_work_mem",
              at(CreatesIndex.class, new VectorIndexMemory())),
          optional(
              "wide-index",
              "an index has more than three columns",
              at(CreatesIndex.class, new WideIndex())),
          optional(
              "unique-may-fail",
              "a unique index is built on a table whose rows may contain duplicates",
              at(CreatesIndex.class, new UniqueMayFail())));

  private IndexRules() {}
}
