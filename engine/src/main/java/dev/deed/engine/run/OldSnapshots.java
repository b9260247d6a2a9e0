package dev.deed.engine.run;

import dev.deed.engine.connect.Activity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Transactions with an old snapshot: a concurrent index build ends only after the last of them has
/// ended.
final class OldSnapshots {

  /// Short transactions would be over before a user reads about them.
  private static final String FIND =
      """
      SELECT %s
      FROM pg_catalog.pg_stat_activity a
      WHERE a.datname = pg_catalog.current_database()
        AND a.backend_type = 'client backend'
        AND (a.backend_xmin IS NOT NULL OR a.backend_xid IS NOT NULL)
        AND a.pid <> pg_catalog.pg_backend_pid()
        AND pg_catalog.clock_timestamp() - a.xact_start > interval '1 second'
      ORDER BY a.xact_start
      """
          .formatted(Activity.COLUMNS);

  private OldSnapshots() {}

  /// The oldest first.
  static List<Activity> find(Session session) throws SQLException {
    try (var statement = session.statement();
        var results = statement.executeQuery(FIND)) {
      var found = new ArrayList<Activity>();
      while (results.next()) {
        found.add(Activity.of(results));
      }
      return found;
    }
  }
}
