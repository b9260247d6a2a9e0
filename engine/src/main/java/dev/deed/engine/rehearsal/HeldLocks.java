package dev.deed.engine.rehearsal;

import dev.deed.engine.look.catalog.RelationsReader;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The locks that a session was seen to hold, and how long.
final class HeldLocks {

  /// This session sees only what is committed: relations that the other has created do not count.
  private static final String READ =
      """
      SELECT n.nspname, c.relname, c.relkind, l.mode
      FROM pg_catalog.pg_locks l
           JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
           JOIN pg_catalog.pg_class c ON c.oid = l.relation
           JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE l.locktype = 'relation' AND l.granted
        AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
        AND a.backend_type = 'client backend' AND a.application_name NOT LIKE 'deed load%'
        AND l.pid <> pg_catalog.pg_backend_pid()
        AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
        AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
      """;

  private final Map<ObjectName, LockMode> modes = new TreeMap<>();
  private final Map<ObjectName, Duration> held = new HashMap<>();

  static Map<ObjectName, LockMode> read(Connection connection) throws SQLException {
    var found = new HashMap<ObjectName, LockMode>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(READ)) {
      while (rows.next()) {
        var name =
            QualifiedName.of(
                String.valueOf(rows.getString("nspname")),
                String.valueOf(rows.getString("relname")));
        var kind = RelationsReader.kind(String.valueOf(rows.getString("relkind")));
        found.merge(
            ObjectName.of(kind, name),
            LockMode.ofServer(String.valueOf(rows.getString("mode"))),
            LockMode::strongest);
      }
    }
    return found;
  }

  /// @param took since the last look: what is held now was held at most since then
  synchronized void add(Map<ObjectName, LockMode> now, Duration took) {
    now.forEach((relation, mode) -> {
      modes.merge(relation, mode, LockMode::strongest);
      held.merge(relation, took, Duration::plus);
    });
  }

  /// What was held was released without a trace.
  synchronized void forget() {
    modes.clear();
    held.clear();
  }

  synchronized List<Sighting.Lock> all() {
    return modes.entrySet().stream()
        .map(lock ->
            new Sighting.Lock(
                lock.getKey(), lock.getValue(), held.getOrDefault(lock.getKey(), Duration.ZERO)))
        .toList();
  }
}
