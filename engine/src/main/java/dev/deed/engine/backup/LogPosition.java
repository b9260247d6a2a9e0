package dev.deed.engine.backup;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.look.ReadOnlySession;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/// Where a database is in its write-ahead log, and when.
///
/// @param lsn empty where the server does not say
public record LogPosition(String lsn, Instant time) {

  private static final String LSN =
      """
      SELECT CASE WHEN pg_catalog.pg_is_in_recovery() THEN pg_catalog.pg_last_wal_replay_lsn()
                  ELSE pg_catalog.pg_current_wal_lsn() END::text
      """;

  private static final String NOW = "SELECT pg_catalog.clock_timestamp()";

  public static LogPosition of(Address address, Patience patience) {
    return ReadOnlySession.at(address, patience, LogPosition::read);
  }

  private static LogPosition read(Connection connection) throws SQLException {
    var lsn = lsn(connection);
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(NOW)) {
      rows.next();
      return new LogPosition(lsn, rows.getObject(1, OffsetDateTime.class).toInstant());
    }
  }

  /// In a transaction. Some servers that speak PostgreSQL's protocol have no such log.
  static String lsn(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SAVEPOINT lsn");
      try (var rows = statement.executeQuery(LSN)) {
        var lsn = rows.next() ? rows.getString(1) : null;
        return lsn == null ? "" : lsn;
      } catch (SQLException unknown) {
        statement.execute("ROLLBACK TO SAVEPOINT lsn");
        return "";
      }
    }
  }
}
