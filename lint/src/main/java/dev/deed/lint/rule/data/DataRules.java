package dev.deed.lint.rule.data;

import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.optional;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.lint.rule.RuleCheck.at;
import static dev.deed.lint.rule.RuleCheck.atScript;
import static dev.deed.lint.rule.RuleCheck.atStatement;
import static dev.deed.sql.Hazard.BLOCKS_READS;
import static dev.deed.sql.Hazard.BLOCKS_WRITES;
import static dev.deed.sql.Hazard.BREAKS_RUNNING_CODE;
import static dev.deed.sql.Hazard.LOSES_DATA;

import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import java.util.List;

/// The rules about changing rows.
public final class DataRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "unbatched-write",
              "an UPDATE, DELETE or MERGE may change any number of rows in one transaction",
              at(WritesRows.class, new UnbatchedWrite()),
              BLOCKS_WRITES),
          error(
              "write-without-where",
              "an UPDATE or DELETE has no WHERE and changes every row",
              at(WritesRows.class, new WriteWithoutWhere()),
              BLOCKS_WRITES,
              LOSES_DATA),
          error(
              "offset-batching",
              "batches are selected with OFFSET, which skips rows",
              atStatement(new OffsetBatching()),
              LOSES_DATA),
          error(
              "duplicate-assignment",
              "a column is assigned twice, which PostgreSQL refuses",
              at(WritesRows.class, new DuplicateAssignment())),
          warning(
              "mixed-schema-and-rows",
              "one script changes tables and also rows that existed before",
              atScript(new MixedSchemaAndRows()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "lossy-mapping",
              "a mapping with ELSE turns all values that it does not name into the same one",
              at(Effect.class, new LossyMapping()),
              LOSES_DATA),
          optional(
              "insert-without-columns",
              "an INSERT relies on the order of the columns",
              at(WritesRows.class, new InsertWithoutColumns()),
              BREAKS_RUNNING_CODE));

  private DataRules() {}
}
