package dev.deed.engine.look.emergency;

import dev.deed.engine.protocol.HistorySql;
import dev.deed.sql.QualifiedName;
import java.util.List;

/// The questions to the catalogs. Functions are asked instead of views where there are both: a view
/// needs more catalogs that may be locked.
final class EmergencySql {

  static final List<QualifiedName> HISTORY =
      List.of(
          QualifiedName.of("deed", "migration"),
          QualifiedName.of("deed", "format"),
          QualifiedName.of("deed", "event"));

  static final String SERVER =
      """
      SELECT pg_catalog.current_setting('server_version_num')::int / 10000 AS postgres,
             session_user AS role, pg_catalog.current_database() AS database,
             pg_catalog.pg_is_in_recovery() AS standby, pg_catalog.pg_backend_pid() AS pid,
             pg_catalog.current_setting('is_superuser') = 'on'
               OR pg_catalog.pg_has_role('pg_read_all_stats', 'usage') AS reads_all,
             pg_catalog.current_setting('max_connections')::int AS most,
             pg_catalog.current_setting('superuser_reserved_connections')::int
               + coalesce(pg_catalog.current_setting('reserved_connections', true)::int, 0) AS reserved,
             (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_get_activity(NULL) s
              WHERE s.datid IS NOT NULL AND coalesce(s.backend_type, 'client backend') = 'client backend') AS used,
             (SELECT pg_catalog.max(pg_catalog.age(d.datfrozenxid)) FROM pg_catalog.pg_database d) AS oldest
      """;

  /// A role that may not see other sessions gets nulls for most columns, but sees who waits.
  static final String SESSIONS =
      """
      WITH waiting AS MATERIALIZED (
        SELECT DISTINCT l.pid FROM pg_catalog.pg_lock_status() l WHERE NOT l.granted AND l.pid IS NOT NULL)
      SELECT s.pid, coalesce(d.datname, '') AS database,
             coalesce(CASE WHEN s.usesysid <> 0 THEN pg_catalog.pg_get_userbyid(s.usesysid) END, '') AS role,
             coalesce(s.application_name, '') AS application, pg_catalog.host(s.client_addr) AS address,
             coalesce(s.backend_type, '') AS kind, coalesce(s.state, '') AS state,
             coalesce(s.wait_event_type || ': ' || s.wait_event, '') AS waits_for,
             pg_catalog.left(coalesce(s.query, ''), 2000) AS query,
             pg_catalog.concat(extract(epoch FROM s.backend_start), ' ',
                               extract(epoch FROM s.xact_start)) AS began,
             pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - s.backend_start) AS session_age,
             pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - s.xact_start) AS transaction_age,
             pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - s.query_start) AS query_age,
             pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - s.state_change) AS state_age,
             CASE WHEN s.pid IN (SELECT w.pid FROM waiting w)
                  THEN pg_catalog.pg_blocking_pids(s.pid) ELSE '{}' END AS blocked_by
      FROM pg_catalog.pg_stat_get_activity(NULL) s
           LEFT JOIN pg_catalog.pg_database d ON d.oid = s.datid
      WHERE s.pid <> pg_catalog.pg_backend_pid()
      ORDER BY s.xact_start NULLS LAST, s.pid
      """;

  /// Of the sessions that wait or block, of prepared transactions, and of those that keep every
  /// other one from reading; takes their process numbers.
  static final String LOCKS =
      """
      WITH lock AS MATERIALIZED (SELECT * FROM pg_catalog.pg_lock_status())
      SELECT coalesce(l.pid, 0) AS pid,
             CASE WHEN l.pid IS NULL
                  THEN (SELECT t.transactionid::pg_catalog.text FROM lock t
                        WHERE t.pid IS NULL AND t.virtualtransaction = l.virtualtransaction
                          AND t.locktype = 'transactionid' AND t.granted LIMIT 1)
             END AS transaction,
             l.locktype AS kind, n.nspname AS schema, coalesce(t.relname, c.relname) AS relation,
             l.mode, l.granted, %1$s AS is_run_lock
      FROM lock l
           LEFT JOIN pg_catalog.pg_class c ON c.oid = l.relation AND l.locktype IN ('relation', 'tuple', 'extend', 'page')
             AND (l.relation < 10000 OR l.database IN (0, (SELECT d.oid FROM pg_catalog.pg_database d
                                                           WHERE d.datname = pg_catalog.current_database())))
           LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
           LEFT JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
           LEFT JOIN pg_catalog.pg_namespace n ON n.oid = coalesce(t.relnamespace, c.relnamespace)
      WHERE l.mode ~ 'Lock$' AND l.mode <> 'SIReadLock'
        AND (l.pid = ANY (?) OR l.pid IS NULL OR %1$s
             OR l.granted AND l.mode = 'AccessExclusiveLock' AND l.locktype = 'relation')
      ORDER BY l.pid, l.granted DESC, schema, relation
      LIMIT 5000
      """
          .formatted(
              """
              (l.locktype = 'advisory' AND l.classid = %d AND l.objid = %d AND l.objsubid = 2
                AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()))
              """
                  .formatted(HistorySql.LOCK_CLASS, HistorySql.LOCK_OBJECT));

  static final String PREPARED =
      """
      SELECT transaction::pg_catalog.text AS transaction, gid, owner::pg_catalog.text AS owner,
             database::pg_catalog.text AS database,
             pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - prepared) AS age
      FROM pg_catalog.pg_prepared_xacts
      ORDER BY prepared
      """;

  /// The unit differs: sessions, blocks, or rows.
  static final String PROGRESS =
      """
      SELECT p.pid, p.command AS what, p.phase, p.relid,
             CASE WHEN p.phase LIKE 'waiting%' THEN p.lockers_done
                  WHEN p.blocks_total > 0 THEN p.blocks_done ELSE p.tuples_done END AS done,
             CASE WHEN p.phase LIKE 'waiting%' THEN p.lockers_total
                  WHEN p.blocks_total > 0 THEN p.blocks_total ELSE p.tuples_total END AS total
      FROM pg_catalog.pg_stat_progress_create_index p
      UNION ALL
      SELECT p.pid, 'VACUUM', p.phase, p.relid, p.heap_blks_scanned, p.heap_blks_total
      FROM pg_catalog.pg_stat_progress_vacuum p
      UNION ALL
      SELECT p.pid, 'ANALYZE', p.phase, p.relid, p.sample_blks_scanned, p.sample_blks_total
      FROM pg_catalog.pg_stat_progress_analyze p
      UNION ALL
      SELECT p.pid, p.command, p.phase, p.relid, p.heap_blks_scanned, p.heap_blks_total
      FROM pg_catalog.pg_stat_progress_cluster p
      UNION ALL
      SELECT p.pid, p.command, p.type, p.relid, p.bytes_processed, p.bytes_total
      FROM pg_catalog.pg_stat_progress_copy p
      """;

  static final String TABLE_OF_PROGRESS =
      """
      SELECT progress.*, coalesce(pg_catalog.format('%I.%I', n.nspname, c.relname), '') AS relation
      FROM (PROGRESS) AS progress
           LEFT JOIN pg_catalog.pg_class c ON c.oid = progress.relid
           LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      """
          .replace("PROGRESS", PROGRESS);

  /// An index of a partitioned table is invalid until each partition has its own: that is no
  /// trouble.
  static final String LEFT_INDEXES =
      """
      SELECT n.nspname AS schema, c.relname AS name, tn.nspname AS table_schema, t.relname AS table_name,
             EXISTS (SELECT FROM pg_catalog.pg_constraint o WHERE o.conindid = i.indexrelid) AS of_constraint
      FROM pg_catalog.pg_index i
           JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
           JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
           JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
           JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
      WHERE NOT i.indisvalid AND c.relkind = 'i'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid)
      ORDER BY 1, 2
      """;

  private EmergencySql() {}
}
