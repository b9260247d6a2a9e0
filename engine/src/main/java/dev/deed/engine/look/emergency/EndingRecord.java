package dev.deed.engine.look.emergency;

import dev.deed.engine.connect.ServerSentence;
import dev.deed.engine.connect.SqlStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/// A row of `deed.event` about a session that a person has ended by hand. It hardly waits, since
/// the server is in trouble, and its failure changes nothing about what was done.
final class EndingRecord {

  private static final String IS_THERE =
      "SELECT pg_catalog.to_regclass('deed.event') IS NOT NULL, pg_catalog.pg_is_in_recovery()";

  private static final String BEGIN =
      "BEGIN; SET LOCAL lock_timeout = '500ms'; SET LOCAL statement_timeout = '2s'";

  private static final String KEEP =
      """
      INSERT INTO deed.event (run, version, service, event, checksum, detail)
      VALUES (?, '', '', ?, '', ?)
      """;

  private EndingRecord() {}

  /// @return why it could not be recorded; empty where it was
  static String keep(Connection connection, String event, String detail) {
    try {
      var trouble = trouble(connection);
      if (trouble.isEmpty()) {
        write(connection, event, detail);
      }
      return trouble;
    } catch (SQLException e) {
      rollBack(connection);
      return SqlStates.of(e).equals(SqlStates.NOT_ALLOWED)
          ? "this role may not write deed.event"
          : ServerSentence.of(e);
    }
  }

  private static String trouble(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(IS_THERE)) {
      results.next();
      if (results.getBoolean(2)) {
        return "this is a standby";
      }
      return results.getBoolean(1) ? "" : "this database has no history of deed";
    }
  }

  private static void write(Connection connection, String event, String detail)
      throws SQLException {
    try (var statement = connection.createStatement();
        var insert = connection.prepareStatement(KEEP)) {
      statement.execute(BEGIN);
      insert.setObject(1, UUID.randomUUID());
      insert.setString(2, event);
      insert.setString(3, detail);
      if (insert.executeUpdate() != 1) {
        throw new SQLException("a trigger, a rule or a policy on deed.event discards rows");
      }
      statement.execute("COMMIT");
    }
  }

  private static void rollBack(Connection connection) {
    try (var statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException lost) {
      // The server rolls back what has no session any more.
    }
  }
}
