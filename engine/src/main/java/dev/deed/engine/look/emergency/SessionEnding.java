package dev.deed.engine.look.emergency;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.ServerSentence;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.look.LookFailed;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Cancels the statement of one session, or ends the session, if it is still the one that was seen,
/// and records that in the history.
///
/// @param words what the history will say: who asked for it, and why
public record SessionEnding(Address address, LiveSession seen, boolean terminate, String words) {

  /// The names of the events in `deed.event`.
  public static final String CANCELLED = "cancelled";

  public static final String TERMINATED = "terminated";

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int LOOKS = 20;

  /// The same session in the same transaction: process numbers are reused, and a session goes on to
  /// another statement.
  private static final String SAME =
      """
      FROM pg_catalog.pg_stat_get_activity(?) s
      WHERE pg_catalog.concat(extract(epoch FROM s.backend_start), ' ',
                              extract(epoch FROM s.xact_start)) = ?
      """;

  private static final String CANCEL = "SELECT pg_catalog.pg_cancel_backend(s.pid) " + SAME;
  private static final String TERMINATE = "SELECT pg_catalog.pg_terminate_backend(s.pid) " + SAME;
  private static final String WORKS = "SELECT true " + SAME + " AND s.state <> 'idle'";
  private static final String IS_THERE =
      "SELECT true FROM pg_catalog.pg_stat_get_activity(?) s WHERE ? <> ''";

  /// @param isOver whether it has come to its end; false if PostgreSQL was asked and it goes on
  /// @param unrecorded why the history does not have it; empty where it has
  public record Ended(boolean isOver, String unrecorded) {}

  /// @param pause waits a moment; false if it was cut short
  /// @throws Changed if it is another session, or another transaction, than the one that was seen
  public Ended send(BooleanSupplier pause) {
    var hurried = new Address(address.target(), address.url().within(CONNECT), address.expected());
    try (var connections = Connections.open(hurried, Patience.of(Duration.ZERO));
        var lent = connections.connect()) {
      if (!isTrue(lent.connection(), terminate ? TERMINATE : CANCEL)) {
        throw new Changed(seen.pid());
      }
      var isOver = isOver(lent.connection(), pause);
      return new Ended(
          isOver, EndingRecord.keep(lent.connection(), terminate ? TERMINATED : CANCELLED, words));
    } catch (SQLException e) {
      throw SqlStates.of(e).equals(SqlStates.NOT_ALLOWED)
          ? new NotAllowed(seen, e)
          : LookFailed.of(address, e);
    }
  }

  private boolean isOver(Connection connection, BooleanSupplier pause) throws SQLException {
    for (var look = 0; look < LOOKS; look++) {
      if (!isTrue(connection, terminate ? IS_THERE : WORKS)) {
        return true;
      }
      if (!pause.getAsBoolean()) {
        break;
      }
    }
    return false;
  }

  private boolean isTrue(Connection connection, String sql) throws SQLException {
    try (var query = connection.prepareStatement(sql)) {
      query.setInt(1, seen.pid());
      query.setString(2, seen.ages().began());
      try (var results = query.executeQuery()) {
        return results.next() && results.getBoolean(1);
      }
    }
  }

  /// The process has ended, or works on something else.
  public static final class Changed extends UserException {

    @Serial private static final long serialVersionUID = 1L;

    Changed(int pid) {
      super(
          "pid %d has ended, or has begun another transaction, since it was shown: nothing was cancelled"
              .formatted(pid),
          "look again: deed emergency");
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }

  /// PostgreSQL lets roles end their own sessions, and others' only with a privilege.
  public static final class NotAllowed extends UserException {

    @Serial private static final long serialVersionUID = 1L;

    NotAllowed(LiveSession seen, SQLException cause) {
      super(
          "pid %d of %s cannot be ended by this role: %s"
              .formatted(seen.pid(), seen.client().role(), ServerSentence.of(cause)),
          "a superuser types: GRANT pg_signal_backend TO this role; for a superuser's session, only"
              + " a superuser can end it",
          cause);
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
