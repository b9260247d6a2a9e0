package dev.deed.engine.look.catalog;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/// Reads the names of all objects of users' schemas, those of extensions included: relations as
/// `RELATION`, routines as `ROUTINE` without their arguments, types and domains as `TYPE`, schemas,
/// and the parts of relations. A routine or type is also named without its schema, as statements do
/// where the replay cannot know which schema they mean.
public final class NamesReader {

  private static final String NAMES =
      """
      WITH schemas AS (
        SELECT oid, nspname FROM pg_catalog.pg_namespace
        WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'deed')
      ), relations AS (
        SELECT c.oid, c.relkind, s.nspname, c.relname
        FROM pg_catalog.pg_class c JOIN schemas s ON s.oid = c.relnamespace
      )
      SELECT 'SCHEMA' AS kind, NULL::name AS schema, nspname AS name, NULL::name AS part FROM schemas
      UNION ALL
      SELECT 'RELATION', nspname, relname, NULL FROM relations WHERE relkind <> 'c'
      UNION ALL
      SELECT 'ROUTINE', s.nspname, p.proname, NULL
      FROM pg_catalog.pg_proc p JOIN schemas s ON s.oid = p.pronamespace
      UNION ALL
      SELECT 'TYPE', s.nspname, t.typname, NULL
      FROM pg_catalog.pg_type t JOIN schemas s ON s.oid = t.typnamespace
      UNION ALL
      SELECT 'COLUMN', r.nspname, r.relname, a.attname
      FROM pg_catalog.pg_attribute a JOIN relations r ON r.oid = a.attrelid
      WHERE a.attnum > 0 AND NOT a.attisdropped
      UNION ALL
      SELECT 'CONSTRAINT', r.nspname, r.relname, k.conname
      FROM pg_catalog.pg_constraint k JOIN relations r ON r.oid = k.conrelid
      UNION ALL
      SELECT 'TRIGGER', r.nspname, r.relname, t.tgname
      FROM pg_catalog.pg_trigger t JOIN relations r ON r.oid = t.tgrelid
      UNION ALL
      SELECT 'POLICY', r.nspname, r.relname, p.polname
      FROM pg_catalog.pg_policy p JOIN relations r ON r.oid = p.polrelid
      UNION ALL
      SELECT 'RULE', r.nspname, r.relname, w.rulename
      FROM pg_catalog.pg_rewrite w JOIN relations r ON r.oid = w.ev_class
      """;

  private NamesReader() {}

  public static Set<ObjectName> read(Connection connection) throws SQLException {
    var names = new HashSet<ObjectName>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(NAMES)) {
      while (rows.next()) {
        var name = name(rows);
        names.add(name);
        if (name.kind() == ObjectKind.ROUTINE || name.kind() == ObjectKind.TYPE) {
          names.add(ObjectName.of(name.kind(), name.name().name()));
        }
      }
    }
    return names;
  }

  private static ObjectName name(ResultSet rows) throws SQLException {
    var kind = ObjectKind.valueOf(rows.getString("kind"));
    var name = QualifiedName.of(rows.getString("schema"), rows.getString("name"));
    return kind.isPartOfRelation()
        ? ObjectName.part(kind, name, String.valueOf(rows.getString("part")))
        : ObjectName.of(kind, name);
  }
}
