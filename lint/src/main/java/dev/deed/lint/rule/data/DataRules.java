package dev.deed.lint.rule.data;

import static dev.deed.lint.rule.Look.at;
import static dev.deed.lint.rule.Look.atScript;
import static dev.deed.lint.rule.Look.atStatement;
import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.optional;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.sql.Hazard.BLOCKS_READS;
import static dev.deed.sql.Hazard.BLOCKS_WRITES;
import static dev.deed.sql.Hazard.BREAKS_RUNNING_CODE;
import static dev.deed.sql.Hazard.LOSES_DATA;

import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import java.util.List;

/// About changing rows.
public final class DataRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "unbatched-write",
              "any number of rows are changed in one transaction",
              at(WritesRows.class, new UnbatchedWrite()),
              BLOCKS_WRITES),
          error(
              "write-without-where",
              "every row of a table is changed or deleted",
              at(WritesRows.class, new WriteWithoutWhere()),
              BLOCKS_WRITES,
              LOSES_DATA),
          error(
              "offset-batching",
              "batches are counted off with OFFSET, and rows are missed",
              atStatement(new OffsetBatching()),
              LOSES_DATA),
          error(
              "duplicate-assignment",
              "a column is assigned twice, which PostgreSQL refuses",
              at(WritesRows.class, new DuplicateAssignment())),
          warning(
              "mixed-schema-and-rows",
              "one script changes tables and rows that were there before",
              atScript(new MixedSchemaAndRows()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "lossy-mapping",
              "values that were not thought of all become the same",
              at(Effect.class, new LossyMapping()),
              LOSES_DATA),
          optional(
              "insert-without-columns",
              "an INSERT relies on the order of the columns",
              at(WritesRows.class, new InsertWithoutColumns()),
              BREAKS_RUNNING_CODE));

  private DataRules() {}
}
