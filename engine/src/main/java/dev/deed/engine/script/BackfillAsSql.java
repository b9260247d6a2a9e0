package dev.deed.engine.script;

import dev.deed.engine.Backfill;
import dev.deed.engine.Checksum;
import dev.deed.engine.Direction;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.protocol.PsqlText;
import java.util.Locale;

/// A backfill in a script for `psql`: it runs as one statement, and what is left is counted
/// afterwards in one snapshot, because a contract asks for the proof.
final class BackfillAsSql {

  private static final String COUNT =
      """
      \\set deed_changed :ROW_COUNT
      -- Counted as a run of deed proves it: a contract waits for that.
      SELECT count(*) AS deed_rows, count(*) FILTER (WHERE true%s) AS deed_left FROM %s \\gset
      """;

  private static final String NOTE =
      """
      BEGIN;
      SET LOCAL ROLE NONE;
      SET LOCAL search_path = pg_catalog;
      INSERT INTO deed.backfill (version, direction, statement, checksum, table_name, key, state,
          rows, batches, passed, estimate, proof)
      VALUES (%s, %s, %d, %s, %s, '{}', %s,
          :deed_changed, 1, :deed_rows, :deed_rows, %s)
      ON CONFLICT (version, direction, statement) DO UPDATE
      SET checksum = excluded.checksum, table_name = excluded.table_name, key = excluded.key,
          state = excluded.state, last = NULL, rows = excluded.rows, batches = 1,
          passed = excluded.passed, estimate = excluded.estimate, skipped = '{}', repeats = false,
          waits = NULL, proof = excluded.proof, at = pg_catalog.clock_timestamp();
      COMMIT;
      """;

  private BackfillAsSql() {}

  /// What follows the statement.
  static String proof(PlannedMigration move, Backfill backfill) {
    var change = backfill.change();
    var statement = move.body().statements().get(backfill.position());
    var isCountable = !change.where().isEmpty();
    return COUNT.formatted(matches(backfill), PsqlText.statement(change.target()))
        + NOTE.formatted(
            PsqlText.literal(move.name().version().text()),
            PsqlText.literal(
                (move.direction() == Direction.DOWN ? Direction.DOWN : Direction.UP)
                    .name()
                    .toLowerCase(Locale.ROOT)),
            backfill.position() + 1,
            PsqlText.literal(Checksum.of(move.body().script().textOf(statement)).hex()),
            PsqlText.literal(change.table().quoted()),
            isCountable ? "CASE WHEN :deed_left = 0 THEN 'proved' ELSE 'done' END" : "'done'",
            isCountable
                ? "pg_catalog.concat(:deed_rows, ' rows, ', :deed_left, ' left to change, counted by psql')"
                : "'every row was passed once; its WHERE cannot tell which rows are done'");
  }

  private static String matches(Backfill backfill) {
    var change = backfill.change();
    var where = change.where().isEmpty() ? "" : "(" + change.where() + "\n)";
    if (change.others().isEmpty()) {
      return where.isEmpty() ? "" : " AND " + PsqlText.statement(where);
    }
    return " AND EXISTS (SELECT FROM %s%s)"
        .formatted(
            PsqlText.statement(change.others()),
            where.isEmpty() ? "" : " WHERE " + PsqlText.statement(where));
  }
}
