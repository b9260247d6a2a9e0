package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The progress of an index build, as PostgreSQL reports it.
final class BuildProgress implements StatementWatch.Glance {

  /// The unit differs between phases: sessions, blocks, or rows.
  private static final String FIND =
      """
      SELECT p.phase,
             CASE WHEN p.phase LIKE 'waiting%' THEN p.lockers_done
                  WHEN p.blocks_total > 0 THEN p.blocks_done ELSE p.tuples_done END AS done,
             CASE WHEN p.phase LIKE 'waiting%' THEN p.lockers_total
                  WHEN p.blocks_total > 0 THEN p.blocks_total ELSE p.tuples_total END AS total
      FROM pg_catalog.pg_stat_progress_create_index p
      WHERE p.pid = ?
      """;

  private final RunSession work;
  private final PlannedMigration move;
  private final int pid;
  private RunEvent.@Nullable IndexProgress last;

  /// @param pid of the server process that builds
  BuildProgress(RunSession work, PlannedMigration move, int pid) {
    this.work = work;
    this.move = move;
    this.pid = pid;
  }

  @Override
  public void at(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement(FIND)) {
      query.setInt(1, pid);
      try (var results = query.executeQuery()) {
        if (results.next()) {
          var phase = String.valueOf(results.getString("phase"));
          tell(
              new RunEvent.IndexProgress(
                  work.target(), move, phase, results.getLong("done"), results.getLong("total")));
        }
      }
    }
  }

  private void tell(RunEvent.IndexProgress now) {
    if (!now.equals(last)) {
      last = now;
      work.tell(now);
    }
  }
}
