package dev.deed.engine.protocol;

import dev.deed.engine.Direction;
import dev.deed.engine.Plan;
import dev.deed.engine.PlannedMigration;
import java.util.stream.Collectors;

/// The first statement of a script: it refuses any history other than the one that the plan was
/// made from.
public final class HistoryGuard {

  private static final String GUARD =
      """

      -- This script is valid only for the history that it was made from.
      DO $deed$ DECLARE
        changed text;
      BEGIN
        IF (SELECT pg_catalog.max(version) FROM deed.format) > %d THEN
          RAISE EXCEPTION 'the schema deed of this database was written by a newer release of deed';
        END IF;
        SELECT pg_catalog.string_agg(planned.version, ', ' ORDER BY planned.version) INTO changed
        FROM (VALUES
      %s
        ) AS planned (version, done, finished, begun)
        LEFT JOIN deed.migration found ON found.version = planned.version
        WHERE coalesce(found.state IN ('applied', 'stamped', 'manual'), false) <> planned.done
          OR CASE WHEN found.state IN ('abandoned', 'abandoned_rollback') THEN planned.finished <> 0
             ELSE coalesce(pg_catalog.cardinality(found.finished) + found.further, 0) <> planned.finished
               OR coalesce(found.begun, false) <> planned.begun END;
        IF changed IS NOT NULL THEN
          RAISE EXCEPTION 'the history has changed since this script was made: %%', changed
            USING HINT = 'create the script again: deed sql';
        END IF;
      END $deed$;
      """;

  private HistoryGuard() {}

  public static String of(Plan plan) {
    var rows = plan.moves().stream().map(HistoryGuard::row).collect(Collectors.joining(",\n"));
    return GUARD.formatted(HistorySql.FORMAT, rows);
  }

  private static String row(PlannedMigration move) {
    var isHalfWay = move.done() > 0 || move.begun();
    return "    ('%s', %s, %d, %s)"
        .formatted(
            move.name().version(),
            move.direction() == Direction.DOWN && !isHalfWay,
            move.done(),
            move.begun());
  }
}
