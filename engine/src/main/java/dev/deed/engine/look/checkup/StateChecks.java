package dev.deed.engine.look.checkup;

import dev.deed.engine.connect.Activity;
import java.sql.SQLException;
import java.util.List;

/// Activity and objects in the database that would get in the way of a migration.
final class StateChecks {

  private static final int MOST = 3;

  private static final String LONG_TRANSACTIONS =
      """
      SELECT %s
      FROM pg_catalog.pg_stat_activity a
      WHERE a.datname = pg_catalog.current_database() AND a.pid <> pg_catalog.pg_backend_pid()
        AND a.backend_type = 'client backend'
        AND (pg_catalog.clock_timestamp() - a.xact_start > '5 min'
             OR a.state LIKE 'idle in transaction%%'
                AND pg_catalog.clock_timestamp() - a.state_change > '30 s')
      ORDER BY a.xact_start
      """
          .formatted(Activity.COLUMNS);

  private static final String PREPARED =
      """
      SELECT pg_catalog.quote_literal(gid) || ' of ' || owner || ' since '
             || pg_catalog.to_char(prepared AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"')
      FROM pg_catalog.pg_prepared_xacts
      WHERE database = pg_catalog.current_database()
      ORDER BY prepared
      """;

  private static final String INVALID =
      """
      SELECT pg_catalog.format('%I.%I', n.nspname, c.relname)
      FROM pg_catalog.pg_index i
           JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
           JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT i.indisvalid
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p
                        WHERE p.index_relid = i.indexrelid)
      ORDER BY 1
      """;

  private static final String LAGGING_SLOTS =
      """
      SELECT slot_name || CASE WHEN active THEN '' ELSE ', not active' END || ', '
             || pg_catalog.pg_size_pretty(pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), restart_lsn))
             || ' behind'
      FROM pg_catalog.pg_replication_slots
      WHERE NOT pg_catalog.pg_is_in_recovery()
        AND pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), restart_lsn) > 1073741824
      ORDER BY slot_name
      """;

  private StateChecks() {}

  static Diagnosis longTransactions(Server server) throws SQLException {
    var found = server.all(LONG_TRANSACTIONS, row -> Activity.of(row).words());
    return diagnosis(
        "long transactions",
        found,
        "end them first: CREATE INDEX CONCURRENTLY waits for each of them, and they may hold locks");
  }

  static Diagnosis preparedTransactions(Server server) throws SQLException {
    var found = server.all(PREPARED, row -> row.getString(1));
    return diagnosis(
        "prepared transactions",
        found,
        "they keep their locks across a restart: end them with COMMIT PREPARED or ROLLBACK PREPARED, as their owner");
  }

  static Diagnosis invalidIndexes(Server server) throws SQLException {
    var found = server.all(INVALID, row -> row.getString(1));
    return diagnosis(
        "invalid indexes",
        found,
        "drop them with DROP INDEX CONCURRENTLY, then rebuild them; deed verify shows who owns them");
  }

  static Diagnosis replicationSlots(Server server) throws SQLException {
    var found = server.all(LAGGING_SLOTS, row -> row.getString(1));
    return diagnosis(
        "replication slots",
        found,
        "a big change makes them lag further, and the server keeps its WAL for them: wait until they catch up, or drop unused ones");
  }

  private static Diagnosis diagnosis(String check, List<String> found, String advice) {
    if (found.isEmpty()) {
      return Diagnosis.ok(check, check.equals("replication slots") ? "none lags" : "none");
    }
    var named = String.join("; ", found.subList(0, Math.min(MOST, found.size())));
    var more = found.size() > MOST ? " and %d more".formatted(found.size() - MOST) : "";
    return Diagnosis.warning(check, named + more, advice);
  }
}
