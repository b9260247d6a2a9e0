package dev.deed.engine.history;

import dev.deed.engine.FormerName;
import dev.deed.sql.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `deed.snapshot` of one database: the names that its objects had after each run, by oid and
/// attribute number, so that a rename by hand is known for one. A name that was noted once stays.
public final class SnapshotTable {

  /// Where oids count. A copy of the table in another database, or on a server of another major
  /// version, has another place.
  private static final String PLACE =
      """
      pg_catalog.concat_ws(' ', (SELECT d.oid FROM pg_catalog.pg_database d
                                 WHERE d.datname = pg_catalog.current_database()),
        pg_catalog.to_regclass('deed.snapshot')::pg_catalog.oid,
        pg_catalog.current_setting('server_version_num')::integer / 10000)\
      """;

  /// Notes the names of objects that are new or changed since the last time: their rows in the
  /// catalogs are younger. Creates the table where the role may; does nothing where it may not.
  public static final String TAKE =
      """
      BEGIN; SET LOCAL search_path = pg_catalog; SET LOCAL lock_timeout = '1s';
      SET LOCAL synchronous_commit = off;
      DO $deed$
      DECLARE
        place text;
        seen text;
        reach bigint := 2147483647;
      BEGIN
        IF to_regclass('deed.snapshot') IS NULL THEN
          IF NOT has_schema_privilege('deed', 'CREATE') THEN
            RETURN;
          END IF;
          CREATE TABLE deed.snapshot (
            kind text NOT NULL,
            object oid NOT NULL,
            part smallint NOT NULL,
            schema text NOT NULL,
            name text NOT NULL,
            at timestamptz NOT NULL DEFAULT clock_timestamp(),
            PRIMARY KEY (object, part, kind, schema, name)
          );
          COMMENT ON TABLE deed.snapshot IS 'Names of objects by oid and attribute number, so that deed drift knows a rename';
          COMMENT ON COLUMN deed.snapshot.kind IS 'relation, column, constraint, type or function; taken: where, and since which transaction on, rows are noted next';
        ELSIF NOT has_table_privilege('deed.snapshot', 'SELECT')
           OR NOT has_table_privilege('deed.snapshot', 'INSERT')
           OR NOT has_table_privilege('deed.snapshot', 'UPDATE') THEN
          RETURN;
        END IF;
        place := %1$s;
        SELECT s.name INTO seen FROM deed.snapshot s WHERE s.kind = 'taken' AND s.schema = place;
        IF seen IS NULL AND EXISTS (SELECT FROM deed.snapshot) THEN
          IF NOT has_table_privilege('deed.snapshot', 'DELETE') THEN
            RETURN;
          END IF;
          DELETE FROM deed.snapshot;
        ELSIF pg_snapshot_xmax(pg_current_snapshot())::text::bigint - seen::bigint < 1000000000 THEN
          reach := pg_snapshot_xmax(pg_current_snapshot())::text::bigint - seen::bigint + 100;
        END IF;
        INSERT INTO deed.snapshot (kind, object, part, schema, name)
        SELECT 'relation', c.oid, 0, n.nspname, c.relname
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'i', 'I') AND age(c.xmin) <= reach
          AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
        UNION ALL
        SELECT 'column', a.attrelid, a.attnum, '', a.attname
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped
          AND age(a.xmin) <= reach
          AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
        UNION ALL
        SELECT 'constraint', k.oid, 0, '', k.conname
        FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
        WHERE k.oid >= 16384 AND k.conrelid <> 0 AND age(k.xmin) <= reach
          AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
        UNION ALL
        SELECT 'type', t.oid, 0, n.nspname, t.typname
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE t.oid >= 16384 AND age(t.xmin) <= reach
          AND (t.typtype IN ('e', 'd', 'r')
               OR EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))
          AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
        UNION ALL
        SELECT 'function', p.oid, 0, n.nspname, p.proname
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE p.oid >= 16384 AND age(p.xmin) <= reach
          AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
        ON CONFLICT DO NOTHING;
        UPDATE deed.snapshot s SET name = pg_snapshot_xmin(pg_current_snapshot())::text, at = clock_timestamp()
        WHERE s.object = 0 AND s.kind = 'taken';
        IF NOT FOUND THEN
          INSERT INTO deed.snapshot (kind, object, part, schema, name)
          VALUES ('taken', 0, 0, place, pg_snapshot_xmin(pg_current_snapshot())::text);
        END IF;
      END $deed$;
      COMMIT
      """
          .formatted(PLACE);

  private static final String IS_READABLE =
      """
      SELECT coalesce(pg_catalog.has_table_privilege(pg_catalog.to_regclass('deed.snapshot'), 'SELECT'), false)
      """;

  /// The names with what their objects are called now.
  private static final String FORMER =
      """
      SELECT s.kind, s.schema, s.name, s.object::bigint AS oid, s.part, s.at,
             tn.nspname AS table_schema, tc.relname AS table_name,
             CASE s.kind WHEN 'relation' THEN cn.nspname WHEN 'type' THEN yn.nspname
                         WHEN 'function' THEN pn.nspname END AS now_schema,
             CASE s.kind WHEN 'relation' THEN c.relname WHEN 'column' THEN a.attname
                         WHEN 'constraint' THEN k.conname WHEN 'type' THEN y.typname
                         ELSE p.proname END AS now_name
      FROM deed.snapshot s
      LEFT JOIN pg_catalog.pg_class c ON c.oid = s.object AND s.kind IN ('relation', 'column')
      LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_attribute a
        ON a.attrelid = s.object AND a.attnum = s.part AND NOT a.attisdropped AND s.kind = 'column'
      LEFT JOIN pg_catalog.pg_constraint k ON k.oid = s.object AND s.kind = 'constraint'
      LEFT JOIN pg_catalog.pg_class tc
        ON tc.oid = CASE s.kind WHEN 'column' THEN s.object WHEN 'constraint' THEN k.conrelid END
      LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = tc.relnamespace
      LEFT JOIN pg_catalog.pg_type y ON y.oid = s.object AND s.kind = 'type'
      LEFT JOIN pg_catalog.pg_namespace yn ON yn.oid = y.typnamespace
      LEFT JOIN pg_catalog.pg_proc p ON p.oid = s.object AND s.kind = 'function'
      LEFT JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace
      WHERE s.name = ANY (?) AND s.kind <> 'taken'
        AND EXISTS (SELECT FROM deed.snapshot t WHERE t.object = 0 AND t.kind = 'taken' AND t.schema = %s)
      """
          .formatted(PLACE);

  private SnapshotTable() {}

  /// What is known of objects that once had one of these names; empty where none was noted, or the
  /// role may not read it.
  ///
  /// @param names without schemas and tables
  public static List<FormerName> former(Connection connection, Collection<String> names)
      throws SQLException {
    if (!isReadable(connection)) {
      return List.of();
    }
    try (var statement = connection.prepareStatement(FORMER)) {
      statement.setArray(1, connection.createArrayOf("text", names.toArray()));
      try (var results = statement.executeQuery()) {
        var found = new ArrayList<FormerName>();
        while (results.next()) {
          found.add(read(results));
        }
        return found;
      }
    }
  }

  private static boolean isReadable(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(IS_READABLE)) {
      return results.next() && results.getBoolean(1);
    }
  }

  private static FormerName read(ResultSet row) throws SQLException {
    var at = row.getObject("at", OffsetDateTime.class);
    var schema = Objects.requireNonNullElse(row.getString("schema"), "");
    return new FormerName(
        FormerName.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        name(row.getString("table_schema"), row.getString("table_name")),
        QualifiedName.of(schema.isEmpty() ? null : schema, row.getString("name")),
        name(row.getString("now_schema"), row.getString("now_name")),
        row.getLong("oid"),
        row.getInt("part"),
        at == null ? Instant.EPOCH : at.toInstant());
  }

  private static @Nullable QualifiedName name(@Nullable String schema, @Nullable String name) {
    return name == null ? null : QualifiedName.of(schema, name);
  }
}
