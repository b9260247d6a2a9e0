package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Activity;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.protocol.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The sessions that block a statement. They are reported, and, if the user asked for it,
/// terminated when they are idle in a transaction.
final class Blockers implements StatementWatch.Glance {

  private static final String FIND =
      """
      SELECT %s
      FROM pg_catalog.pg_stat_activity a
      WHERE a.pid = ANY (pg_catalog.pg_blocking_pids(?))
      ORDER BY a.xact_start
      """
          .formatted(Activity.COLUMNS);

  /// PostgreSQL checks the state and terminates the session in one query, so a session that has
  /// become active is spared. (A cancel request has no effect on an idle session.)
  private static final String END =
      """
      SELECT pg_catalog.pg_terminate_backend(a.pid)
      FROM pg_catalog.pg_stat_activity a
      WHERE a.pid = ?
        AND a.state IN ('idle in transaction', 'idle in transaction (aborted)')
        AND pg_catalog.clock_timestamp() - a.state_change > pg_catalog.make_interval(secs => ?)
      """;

  private final RunSession work;
  private final PlannedMigration move;
  private final int pid;
  private volatile List<Activity> found = List.of();

  /// @param pid of the server process that waits
  Blockers(RunSession work, PlannedMigration move, int pid) {
    this.work = work;
    this.move = move;
    this.pid = pid;
  }

  /// The blocking sessions at the last look.
  List<Activity> found() {
    return found;
  }

  @Override
  public void at(Connection connection) throws SQLException {
    var now = find(connection);
    if (now.isEmpty()) {
      return;
    }
    var isNews = !pids(now).equals(pids(found));
    found = now;
    if (isNews) {
      work.tell(new RunEvent.LockAwaited(work.target(), move, now));
    }
    var limit = work.policy().cancelBlockers();
    if (limit != null) {
      for (var blocker : now) {
        end(connection, blocker, limit);
      }
    }
  }

  private List<Activity> find(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement(FIND)) {
      query.setInt(1, pid);
      try (var results = query.executeQuery()) {
        var activities = new ArrayList<Activity>();
        while (results.next()) {
          activities.add(Activity.of(results));
        }
        return activities;
      }
    }
  }

  private void end(Connection connection, Activity blocker, Duration limit) throws SQLException {
    try (var query = connection.prepareStatement(END)) {
      query.setInt(1, blocker.pid());
      query.setDouble(2, limit.toMillis() / 1e3);
      try (var results = query.executeQuery()) {
        if (results.next() && results.getBoolean(1) && work.isFirstEndOf(blocker)) {
          work.tell(new RunEvent.BlockerEnded(work.target(), move, blocker));
          record(connection, blocker);
        }
      }
    } catch (SQLException e) {
      if (!SqlStates.of(e).equals(SqlStates.NOT_ALLOWED)) {
        throw e;
      }
      var refused =
          "%s was not terminated: %s".formatted(blocker.words(), FailureMessage.sentence(e));
      work.tell(new RunEvent.Noticed(work.target(), move, "WARNING", refused));
    }
  }

  private void record(Connection connection, Activity blocker) throws SQLException {
    var event = new Command.Event("blocker ended", blocker.words());
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(work.historyText(move, Duration.ZERO).of(event));
    }
  }

  private static List<Integer> pids(List<Activity> activities) {
    return activities.stream().map(Activity::pid).toList();
  }
}
