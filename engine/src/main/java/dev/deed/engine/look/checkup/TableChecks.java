package dev.deed.engine.look.checkup;

import dev.deed.engine.protocol.HistorySql;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// Whether deed's own tables are as deed made them: what was changed in them decides what the
/// history can be believed of.
final class TableChecks {

  private static final int MOST = 5;

  /// Of each format: table, column, type, whether it may not be null, whether it fills itself.
  private static final String EXPECTED =
      """
      (VALUES
        ('format', 'version', 'integer', true, false, 1),
        ('migration', 'version', 'text', true, false, 1),
        ('migration', 'service', 'text', true, false, 1),
        ('migration', 'slug', 'text', true, false, 1),
        ('migration', 'file', 'text', true, false, 1),
        ('migration', 'state', 'text', true, false, 1),
        ('migration', 'checksum', 'text', true, false, 1),
        ('migration', 'up', 'text', true, false, 1),
        ('migration', 'down', 'text', false, false, 1),
        ('migration', 'irreversible', 'text', false, false, 1),
        ('migration', 'requires', 'text[]', true, false, 1),
        ('migration', 'alone', 'boolean', false, false, 2),
        ('migration', 'kept_checksum', 'text', false, false, 2),
        ('migration', 'statements', 'integer', true, false, 1),
        ('migration', 'finished', 'text[]', true, false, 1),
        ('migration', 'further', 'integer', true, true, 2),
        ('migration', 'begun', 'boolean', true, false, 1),
        ('migration', 'position', 'bigint', true, false, 1),
        ('migration', 'out_of_order', 'boolean', true, false, 1),
        ('migration', 'who', 'text', true, true, 1),
        ('migration', 'at', 'timestamp with time zone', true, true, 1),
        ('migration', 'took', 'interval', true, true, 1),
        ('migration', 'error', 'text', false, false, 1),
        ('migration', 'run', 'uuid', true, false, 1),
        ('event', 'id', 'bigint', true, true, 1),
        ('event', 'at', 'timestamp with time zone', true, true, 1),
        ('event', 'run', 'uuid', true, false, 1),
        ('event', 'version', 'text', true, false, 1),
        ('event', 'service', 'text', true, false, 1),
        ('event', 'event', 'text', true, false, 1),
        ('event', 'who', 'text', true, true, 1),
        ('event', 'address', 'inet', false, true, 1),
        ('event', 'checksum', 'text', true, false, 1),
        ('event', 'took', 'interval', true, true, 1),
        ('event', 'detail', 'text', false, false, 1),
        ('backfill', 'version', 'text', true, false, 2),
        ('backfill', 'direction', 'text', true, false, 2),
        ('backfill', 'statement', 'integer', true, false, 2),
        ('backfill', 'checksum', 'text', true, false, 2),
        ('backfill', 'table_name', 'text', true, false, 2),
        ('backfill', 'key', 'text[]', true, false, 2),
        ('backfill', 'state', 'text', true, true, 2),
        ('backfill', 'last', 'text[]', false, false, 2),
        ('backfill', 'rows', 'bigint', true, true, 2),
        ('backfill', 'batches', 'bigint', true, true, 2),
        ('backfill', 'passed', 'bigint', true, true, 2),
        ('backfill', 'estimate', 'bigint', true, false, 2),
        ('backfill', 'skipped', 'text[]', true, true, 2),
        ('backfill', 'repeats', 'boolean', true, true, 2),
        ('backfill', 'wanted', 'text', true, true, 2),
        ('backfill', 'batch', 'integer', false, false, 2),
        ('backfill', 'pause', 'interval', false, false, 2),
        ('backfill', 'waits', 'text', false, false, 2),
        ('backfill', 'started', 'timestamp with time zone', true, true, 2),
        ('backfill', 'at', 'timestamp with time zone', true, true, 2),
        ('backfill', 'proof', 'text', false, false, 2),
        ('acknowledgement', 'id', 'bigint', true, true, 2),
        ('acknowledgement', 'change', 'text', true, false, 2),
        ('acknowledgement', 'service', 'text', true, false, 2),
        ('acknowledgement', 'release', 'text', false, false, 2),
        ('acknowledgement', 'who', 'text', true, true, 2),
        ('acknowledgement', 'at', 'timestamp with time zone', true, true, 2),
        ('statement_sample', 'queryid', 'bigint', true, false, 2),
        ('statement_sample', 'userid', 'oid', true, false, 2),
        ('statement_sample', 'calls', 'bigint', true, false, 2),
        ('statement_sample', 'at', 'timestamp with time zone', true, true, 2),
        ('column_writer', 'id', 'bigint', true, true, 2),
        ('column_writer', 'change', 'text', true, false, 2),
        ('column_writer', 'role', 'text', true, false, 2),
        ('column_writer', 'application', 'text', true, false, 2),
        ('column_writer', 'overruled', 'boolean', true, true, 2),
        ('column_writer', 'first', 'timestamp with time zone', true, true, 2),
        ('column_writer', 'last', 'timestamp with time zone', true, true, 2),
        ('column_writer', 'writes', 'bigint', true, true, 2),
        ('evidence', 'id', 'bigint', true, true, 3),
        ('evidence', 'kind', 'text', true, false, 3),
        ('evidence', 'database', 'text', true, false, 3),
        ('evidence', 'version', 'text', true, false, 3),
        ('evidence', 'checksum', 'text', true, false, 3),
        ('evidence', 'down_checksum', 'text', false, false, 3),
        ('evidence', 'environment', 'text', true, true, 3),
        ('evidence', 'provider', 'text', true, true, 3),
        ('evidence', 'basis', 'text', true, true, 3),
        ('evidence', 'outcome', 'text', true, false, 3),
        ('evidence', 'who', 'text', true, true, 3),
        ('evidence', 'role', 'text', true, true, 3),
        ('evidence', 'at', 'timestamp with time zone', true, true, 3),
        ('evidence', 'reason', 'text', false, false, 3),
        ('evidence', 'expires', 'timestamp with time zone', false, false, 3),
        ('evidence', 'details', 'jsonb', true, true, 3)
      ) AS expected (relation, name, type, filled, fills, since)
      """;

  /// A row is found again by these.
  private static final String KEYS =
      """
      (VALUES
        ('migration', 'version', 1),
        ('backfill', 'version, direction, statement', 2),
        ('statement_sample', 'queryid, userid', 2)
      ) AS expected (relation, columns, since)
      """;

  /// One row per finding: what is wrong, and the SQL that corrects it.
  private static final String FOUND =
      """
      WITH own AS (
        SELECT c.*, pg_catalog.quote_ident(c.relname) AS named
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'deed'
          AND c.relname IN ('format', 'migration', 'event', 'backfill', 'acknowledgement',
                            'statement_sample', 'column_writer', 'evidence')
      ), found (place, message, repair) AS (
        SELECT 1, 'there is no table deed.' || expected.relation,
               'restore it from a backup; deed cannot know what was in it'
        FROM (SELECT DISTINCT relation FROM %1$s WHERE since <= %2$s) AS expected
        WHERE NOT EXISTS (SELECT FROM own WHERE own.relname = expected.relation)
        UNION ALL
        SELECT 2, 'deed.' || relname || ' is not an ordinary table', 'drop it and restore the table from a backup'
        FROM own WHERE relkind <> 'r'
        UNION ALL
        SELECT 3, 'deed.' || expected.relation || ' has no column ' || expected.name,
               'ALTER TABLE deed.' || expected.relation || ' ADD COLUMN ' || expected.name || ' ' || expected.type
                 || ', and restore its values from a backup'
        FROM %1$s JOIN own ON own.relname = expected.relation AND own.relkind = 'r'
        WHERE expected.since <= %2$s
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a
                          WHERE a.attrelid = own.oid AND a.attname = expected.name AND NOT a.attisdropped)
        UNION ALL
        SELECT 4, 'deed.' || expected.relation || '.' || expected.name || ' has type '
                 || pg_catalog.format_type(a.atttypid, a.atttypmod) || ', not ' || expected.type,
               'ALTER TABLE deed.' || expected.relation || ' ALTER COLUMN ' || expected.name || ' TYPE '
                 || expected.type || ' USING ' || expected.name || '::' || expected.type
        FROM %1$s JOIN own ON own.relname = expected.relation
             JOIN pg_catalog.pg_attribute a ON a.attrelid = own.oid AND a.attname = expected.name
        WHERE NOT a.attisdropped AND pg_catalog.format_type(a.atttypid, a.atttypmod) <> expected.type
        UNION ALL
        SELECT 5, 'deed.' || expected.relation || '.' || expected.name || ' may be null',
               'ALTER TABLE deed.' || expected.relation || ' ALTER COLUMN ' || expected.name || ' SET NOT NULL'
        FROM %1$s JOIN own ON own.relname = expected.relation AND own.relkind = 'r'
             JOIN pg_catalog.pg_attribute a ON a.attrelid = own.oid AND a.attname = expected.name
        WHERE expected.filled AND NOT a.attnotnull AND NOT a.attisdropped
        UNION ALL
        SELECT 6, 'deed.' || expected.relation || '.' || expected.name || ' has no default: deed does not fill it',
               'set the default that create.sql of deed gives it'
        FROM %1$s JOIN own ON own.relname = expected.relation AND own.relkind = 'r'
             JOIN pg_catalog.pg_attribute a ON a.attrelid = own.oid AND a.attname = expected.name
        WHERE expected.fills AND expected.filled AND NOT a.atthasdef AND a.attidentity = '' AND NOT a.attisdropped
        UNION ALL
        SELECT 7, 'deed.' || relname || ' has no primary key on ' || expected.columns,
               'ALTER TABLE deed.' || relname || ' ADD PRIMARY KEY (' || expected.columns || ')'
        FROM %3$s JOIN own ON own.relname = expected.relation AND own.relkind = 'r'
        WHERE expected.since <= %2$s
          AND NOT EXISTS (
            SELECT FROM pg_catalog.pg_index i
            WHERE i.indrelid = own.oid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL
              AND (SELECT pg_catalog.string_agg(a.attname::pg_catalog.text, ', ' ORDER BY k.place)
                   FROM pg_catalog.unnest(i.indkey) WITH ORDINALITY k (number, place)
                        JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
                   WHERE k.place <= i.indnkeyatts) = expected.columns)
        UNION ALL
        SELECT 8, pg_catalog.format('a trigger %%I on deed.%%I changes or discards what deed writes', t.tgname, own.relname),
               pg_catalog.format('DROP TRIGGER %%I ON deed.%%I', t.tgname, own.relname)
        FROM own JOIN pg_catalog.pg_trigger t ON t.tgrelid = own.oid
        WHERE NOT t.tgisinternal AND t.tgenabled <> 'D'
        UNION ALL
        SELECT 9, pg_catalog.format('a rule %%I on deed.%%I changes or discards what deed writes', r.rulename, own.relname),
               pg_catalog.format('DROP RULE %%I ON deed.%%I', r.rulename, own.relname)
        FROM own JOIN pg_catalog.pg_rewrite r ON r.ev_class = own.oid
        WHERE own.relkind = 'r' AND r.ev_enabled <> 'D'
        UNION ALL
        SELECT 10, 'row security of deed.' || relname || ' hides rows from roles that do not own it',
               'ALTER TABLE deed.' || relname || ' DISABLE ROW LEVEL SECURITY'
        FROM own WHERE relrowsecurity
        UNION ALL
        SELECT 11, pg_catalog.format('a policy %%I is on deed.%%I', p.polname, own.relname),
               pg_catalog.format('DROP POLICY %%I ON deed.%%I', p.polname, own.relname)
        FROM own JOIN pg_catalog.pg_policy p ON p.polrelid = own.oid
        WHERE NOT own.relrowsecurity
        UNION ALL
        SELECT 12, pg_catalog.format('deed.%%I belongs to %%s, and deed.format to %%s', own.relname,
                 pg_catalog.pg_get_userbyid(own.relowner), pg_catalog.pg_get_userbyid(format.relowner)),
               pg_catalog.format('ALTER TABLE deed.%%I OWNER TO %%I', own.relname, pg_catalog.pg_get_userbyid(format.relowner))
        FROM own JOIN own AS format ON format.relname = 'format'
        WHERE own.relowner <> format.relowner
        UNION ALL
        SELECT 13, 'deed.' || relname || ' is unlogged: a crash of the server empties it',
               'ALTER TABLE deed.' || relname || ' SET LOGGED'
        FROM own WHERE relpersistence = 'u'
        UNION ALL
        SELECT 14, pg_catalog.format('rows of %%s count as rows of deed.%%I', i.inhrelid::pg_catalog.regclass, own.relname),
               pg_catalog.format('ALTER TABLE %%s NO INHERIT deed.%%I', i.inhrelid::pg_catalog.regclass, own.relname)
        FROM own JOIN pg_catalog.pg_inherits i ON i.inhparent = own.oid
      )
      SELECT message, repair FROM found ORDER BY place, message
      """;

  private record Found(String message, String repair) {}

  private TableChecks() {}

  static Diagnosis tables(Server server) throws SQLException {
    if (!server.isTrue("SELECT pg_catalog.to_regnamespace('deed') IS NOT NULL")
        || !server.isTrue(
            "SELECT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.relnamespace = pg_catalog.to_regnamespace('deed'))")) {
      return Diagnosis.ok("history tables", "none yet");
    }
    var sql = FOUND.formatted(EXPECTED, format(server), KEYS);
    var found = server.all(sql, row -> new Found(row.getString(1), row.getString(2)));
    return found.isEmpty()
        ? Diagnosis.ok("history tables", "as deed made them")
        : Diagnosis.problem("history tables", words(found), repairs(found));
  }

  /// What an older deed made lacks what this one adds.
  private static int format(Server server) throws SQLException {
    return server.isTrue("SELECT pg_catalog.to_regclass('deed.format') IS NOT NULL")
        ? server.one(
            "SELECT coalesce(max(version), %d) FROM deed.format".formatted(HistorySql.FORMAT),
            row -> row.getInt(1))
        : HistorySql.FORMAT;
  }

  private static String words(List<Found> found) {
    var first = found.stream().limit(MOST).map(Found::message).collect(Collectors.joining("; "));
    return found.size() > MOST ? "%s and %d more".formatted(first, found.size() - MOST) : first;
  }

  private static String repairs(List<Found> found) {
    return found.stream().limit(MOST).map(Found::repair).collect(Collectors.joining("; "));
  }
}
