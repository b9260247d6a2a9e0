package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Version;
import dev.deed.engine.connect.SqlMessage;
import dev.deed.engine.protocol.PsqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.core.BaseConnection;

/// Asks which migrations a run has recorded, in a transaction that waits for the server's disk: the
/// lock of a row is written to the write-ahead log, and what was written before it goes there
/// first.
final class RecordedMoves {

  private static final String ASK =
      """
      BEGIN; SET LOCAL lock_timeout = '5s';
      SELECT version AS deed_version FROM deed.migration
      WHERE version OPERATOR(pg_catalog.=) ANY (%s) AND run OPERATOR(pg_catalog.=) %s::pg_catalog.uuid FOR UPDATE;
      COMMIT\
      """;

  private RecordedMoves() {}

  /// @param run as SQL
  static Set<Version> flushed(Connection connection, String run, List<PlannedMigration> moves)
      throws SQLException {
    var driver = connection.unwrap(BaseConnection.class);
    var versions = moves.stream().map(move -> move.name().version().text()).toList();
    var message = new SqlMessage();
    try {
      message.send(driver, ASK.formatted(PsqlText.array(versions), run));
    } catch (SQLException e) {
      new SqlMessage().send(driver, "ROLLBACK");
      throw e;
    }
    return message.rows("deed_version").stream()
        .map(row -> new Version(row.getFirst()))
        .collect(Collectors.toSet());
  }
}
