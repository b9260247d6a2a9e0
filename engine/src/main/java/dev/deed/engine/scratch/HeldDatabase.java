package dev.deed.engine.scratch;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.Patience;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Releases a copy from what keeps PostgreSQL from dropping it, although no session is connected.
final class HeldDatabase {

  /// A subscription without a slot is dropped without a word to its publisher. The statements, in
  /// their order.
  private static final String RELEASING =
      """
      SELECT pg_catalog.format(step.sql, s.subname)
      FROM pg_catalog.pg_subscription s
           JOIN pg_catalog.pg_database d ON d.oid = s.subdbid,
           (VALUES (1, 'ALTER SUBSCRIPTION %I DISABLE'),
                   (2, 'ALTER SUBSCRIPTION %I SET (slot_name = NONE)'),
                   (3, 'DROP SUBSCRIPTION %I')) AS step (place, sql)
      WHERE d.datname = pg_catalog.current_database()
      ORDER BY s.subname, step.place
      """;

  private static final String PREPARED =
      """
      SELECT pg_catalog.format('ROLLBACK PREPARED %L', gid)
      FROM pg_catalog.pg_prepared_xacts WHERE database = pg_catalog.current_database()
      """;

  private static final String SLOTS =
      """
      SELECT pg_catalog.format('SELECT pg_catalog.pg_drop_replication_slot(%L)', slot_name)
      FROM pg_catalog.pg_replication_slots
      WHERE database = pg_catalog.current_database() AND NOT active
      """;

  private HeldDatabase() {}

  /// What cannot be released is left: the next attempt to drop the database says why.
  static void release(Address copy, Patience patience) {
    try (var connections = Connections.open(copy, patience);
        var lent = connections.connect();
        var statement = lent.connection().createStatement()) {
      for (var query : List.of(RELEASING, PREPARED, SLOTS)) {
        for (var sql : statements(lent.connection(), query)) {
          statement.execute(sql);
        }
      }
    } catch (SQLException e) {
      throw ScratchFailed.of(copy.url().place(), "", e);
    }
  }

  private static List<String> statements(Connection connection, String query) throws SQLException {
    var all = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }
}
