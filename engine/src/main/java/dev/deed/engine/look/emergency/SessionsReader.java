package dev.deed.engine.look.emergency;

import dev.deed.engine.look.emergency.LiveSession.Ages;
import dev.deed.engine.look.emergency.LiveSession.Client;
import dev.deed.engine.look.emergency.LiveSession.Doing;
import dev.deed.engine.look.emergency.LiveSession.Progress;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.LockMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads who does what, who waits for whom, and under which locks.
record SessionsReader(Hurry hurry) {

  static final String SESSIONS = "the sessions";
  static final String LOCKS = "the locks";

  private record Reported(int pid, Progress progress) {}

  Sessions read() {
    var sessions = hurry.rows(SESSIONS, EmergencySql.SESSIONS, SessionsReader::session);
    var locks = hurry.ask(LOCKS, connection -> locks(connection, sessions));
    var prepared =
        hurry.rows(
            "the prepared transactions",
            EmergencySql.PREPARED,
            row ->
                new PreparedTransaction(
                    text(row, "transaction"),
                    text(row, "gid"),
                    text(row, "owner"),
                    text(row, "database"),
                    Objects.requireNonNullElse(age(row, "age"), Duration.ZERO)));
    var progress = progress();
    var all =
        sessions.stream()
            .map(session -> {
              var own = progress.get(session.pid());
              return own == null ? session : session.with(own);
            })
            .toList();
    return new Sessions(all, locks == null ? List.of() : locks, prepared);
  }

  private Map<Integer, Progress> progress() {
    var progress = new HashMap<Integer, Progress>();
    var rows =
        hurry.rows(
            "the progress of index builds and vacuums",
            EmergencySql.TABLE_OF_PROGRESS,
            row ->
                new Reported(
                    row.getInt("pid"),
                    new Progress(
                        text(row, "what"),
                        text(row, "phase"),
                        text(row, "relation"),
                        row.getLong("done"),
                        row.getLong("total"))));
    rows.forEach(row -> progress.put(row.pid(), row.progress()));
    return progress;
  }

  static LiveSession session(ResultSet row) throws SQLException {
    return new LiveSession(
        row.getInt("pid"),
        new Client(
            text(row, "database"),
            text(row, "role"),
            text(row, "application"),
            row.getString("address"),
            text(row, "kind")),
        new Doing(text(row, "state"), text(row, "waits_for"), text(row, "query")),
        new Ages(
            text(row, "began"),
            age(row, "session_age"),
            age(row, "transaction_age"),
            age(row, "query_age"),
            age(row, "state_age")),
        blockers(row),
        null);
  }

  /// Parallel workers of one session block as that session; each is named once.
  private static List<Integer> blockers(ResultSet row) throws SQLException {
    var array = row.getArray("blocked_by");
    return array == null
        ? List.of()
        : List.of((Integer[]) array.getArray()).stream().distinct().toList();
  }

  private static List<SessionLock> locks(Connection connection, List<LiveSession> sessions)
      throws SQLException {
    var concerned = new TreeSet<Integer>();
    for (var session : sessions) {
      if (session.isWaiting()) {
        concerned.add(session.pid());
        concerned.addAll(session.blockedBy());
      } else if (session.isIdleInTransaction()) {
        concerned.add(session.pid());
      }
    }
    try (var query = connection.prepareStatement(EmergencySql.LOCKS)) {
      query.setArray(1, connection.createArrayOf("int4", concerned.toArray()));
      return Hurry.read(query.executeQuery(), SessionsReader::lock);
    }
  }

  private static SessionLock lock(ResultSet row) throws SQLException {
    var relation = row.getString("relation");
    return new SessionLock(
        row.getInt("pid"),
        text(row, "transaction"),
        text(row, "kind"),
        relation == null ? null : QualifiedName.of(row.getString("schema"), relation),
        LockMode.ofServer(text(row, "mode")),
        row.getBoolean("granted"),
        row.getBoolean("is_run_lock"));
  }

  private static @Nullable Duration age(ResultSet row, String column) throws SQLException {
    var seconds = row.getDouble(column);
    // A clock that was set back makes a transaction begin in the future.
    return row.wasNull() ? null : Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
