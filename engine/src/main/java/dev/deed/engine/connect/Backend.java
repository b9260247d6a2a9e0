package dev.deed.engine.connect;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/// The server process of a session.
///
/// @param since its start, in seconds: process numbers are reused
public record Backend(int pid, String since) {

  private static final String SINCE = "extract(epoch FROM backend_start)::pg_catalog.text";

  private static final String OF_THIS_SESSION =
      "SELECT pid, %s FROM pg_catalog.pg_stat_get_activity(pg_catalog.pg_backend_pid())"
          .formatted(SINCE);

  private static final String END =
      "SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_get_activity(?) WHERE %s = ?"
          .formatted(SINCE);

  private static final String IS_THERE =
      "SELECT FROM pg_catalog.pg_stat_get_activity(?) WHERE %s = ?".formatted(SINCE);

  public static Backend of(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(OF_THIS_SESSION)) {
      if (!results.next()) {
        throw new PSQLException(
            "the server does not know this session", PSQLState.CONNECTION_FAILURE);
      }
      return new Backend(results.getInt(1), String.valueOf(results.getString(2)));
    }
  }

  /// Asks the process to end if it has not noticed that its client is gone. It holds its locks
  /// until it does so, a moment later.
  ///
  /// @param connection of another session
  public void end(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(END)) {
      statement.setInt(1, pid);
      statement.setString(2, since);
      statement.execute();
    }
  }

  /// Whether the process has not ended yet.
  ///
  /// @param connection of another session
  public boolean isThere(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(IS_THERE)) {
      statement.setInt(1, pid);
      statement.setString(2, since);
      try (var results = statement.executeQuery()) {
        return results.next();
      }
    }
  }
}
