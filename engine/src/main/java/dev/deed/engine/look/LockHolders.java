package dev.deed.engine.look;

import dev.deed.engine.connect.Activity;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import dev.deed.sql.UserException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The sessions that keep every other one from reading a table.
public final class LockHolders {

  private static final String QUERY =
      """
      SELECT %s, string_agg(DISTINCT pg_catalog.format('%%I.%%I', n.nspname, c.relname), ', ') AS tables
      FROM pg_catalog.pg_locks l
           JOIN pg_catalog.pg_class c ON c.oid = l.relation
           JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
           JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'relation' AND l.granted AND l.mode = 'AccessExclusiveLock'
        AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d
                          WHERE d.datname = pg_catalog.current_database())
        AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S') AND n.nspname !~ '^pg_'
      GROUP BY a.pid, a.usename, a.application_name, a.client_addr, a.state, a.xact_start,
               a.backend_start, a.query
      ORDER BY a.xact_start
      LIMIT 5
      """
          .formatted(Activity.COLUMNS);

  private LockHolders() {}

  /// Each with the tables that it locks: `public.users is locked by pid 4711 (...)`. Empty if the
  /// server does not tell.
  public static List<String> of(Address address, Patience patience) {
    try {
      return ReadOnlySession.at(address, patience, LockHolders::read);
    } catch (UserException e) {
      // The lock is told anyway, without its holder.
      return List.of();
    }
  }

  private static List<String> read(Connection connection) throws SQLException {
    var holders = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(QUERY)) {
      while (rows.next()) {
        holders.add(rows.getString("tables") + " is locked by " + Activity.of(rows).words());
      }
    }
    return holders;
  }
}
