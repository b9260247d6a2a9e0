package dev.deed.engine.look.catalog;

import dev.deed.engine.catalog.HeldLock;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The locks of the current session that can block other sessions. Indexes are left out: a session
/// that uses an index locks its table first.
public final class LocksReader {

  private static final String HELD =
      """
      SELECT c.oid::bigint AS oid, n.nspname, c.relname, c.relkind, l.mode
      FROM pg_catalog.pg_locks l
           JOIN pg_catalog.pg_class c ON c.oid = l.relation
           JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.granted
        AND c.relkind NOT IN ('i', 'I') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      """;

  private LocksReader() {}

  /// @param before the objects at the start of the transaction: no other session can wait for new
  ///   ones
  public static List<HeldLock> read(Connection connection, CatalogState before)
      throws SQLException {
    Map<ObjectName, LockMode> held = new TreeMap<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(HELD)) {
      while (rows.next()) {
        if (before.has(rows.getLong("oid"))) {
          var name = QualifiedName.of(rows.getString("nspname"), rows.getString("relname"));
          var kind = RelationsReader.kind(rows.getString("relkind"));
          held.merge(
              ObjectName.of(kind, name),
              LockMode.ofServer(rows.getString("mode")),
              LockMode::strongest);
        }
      }
    }
    var locks = new ArrayList<HeldLock>();
    held.forEach((relation, mode) -> locks.add(new HeldLock(relation, mode)));
    return locks;
  }
}
