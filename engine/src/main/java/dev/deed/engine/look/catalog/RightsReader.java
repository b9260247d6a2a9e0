package dev.deed.engine.look.catalog;

import dev.deed.engine.catalog.HeldRight;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Reads the owners of objects in users' schemas, and the grants on them.
public final class RightsReader {

  private static final String RIGHTS =
      """
      WITH relations AS (
        SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED_VIEW' WHEN 'S' THEN 'SEQUENCE'
                              WHEN 'f' THEN 'FOREIGN_TABLE' ELSE 'TABLE' END AS kind,
               n.nspname, c.relname AS name, '' AS part, c.relowner AS owner,
               coalesce(c.relacl, pg_catalog.acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner)) AS acl
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
      ), routines AS (
        SELECT CASE p.prokind WHEN 'p' THEN 'PROCEDURE' WHEN 'a' THEN 'AGGREGATE' ELSE 'FUNCTION' END,
               n.nspname, p.proname, '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')', p.proowner,
               NULL::aclitem[]
        FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
      ), types AS (
        SELECT CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, n.nspname, t.typname, '', t.typowner,
               NULL::aclitem[]
        FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
             LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
        WHERE t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c'
      ), statistics AS (
        SELECT 'STATISTICS', n.nspname, s.stxname, '', s.stxowner, NULL::aclitem[]
        FROM pg_catalog.pg_statistic_ext s JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
      ), objects AS (
        SELECT * FROM relations UNION ALL SELECT * FROM routines
        UNION ALL SELECT * FROM types UNION ALL SELECT * FROM statistics
      ), ours AS (
        SELECT * FROM objects
        WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
          AND (nspname <> 'deed' OR name = 'column_writer')
        UNION ALL
        SELECT 'SCHEMA', NULL, n.nspname, '', n.nspowner,
               coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))
        FROM pg_catalog.pg_namespace n
        WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      )
      SELECT kind, nspname, name, part, pg_catalog.pg_get_userbyid(owner) AS role, 'OWNER' AS privilege FROM ours
      UNION ALL
      SELECT kind, nspname, name, part,
             CASE a.grantee WHEN 0 THEN 'public' ELSE pg_catalog.pg_get_userbyid(a.grantee) END, a.privilege_type
      FROM ours, pg_catalog.aclexplode(acl) a
      UNION ALL
      SELECT 'COLUMN', n.nspname, c.relname, t.attname,
             CASE a.grantee WHEN 0 THEN 'public' ELSE pg_catalog.pg_get_userbyid(a.grantee) END, a.privilege_type
      FROM pg_catalog.pg_attribute t JOIN pg_catalog.pg_class c ON c.oid = t.attrelid
           JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace, pg_catalog.aclexplode(t.attacl) a
      WHERE t.attacl IS NOT NULL AND NOT t.attisdropped AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
        AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
      """;

  /// Both are roles of services: a membership removes the separation between them.
  private static final String ROLES =
      """
      SELECT 'ROLE' AS kind, NULL AS nspname, other.rolname AS name, '' AS part, r.rolname AS role,
             'MEMBER' AS privilege
      FROM pg_catalog.pg_roles r JOIN pg_catalog.pg_roles other ON other.oid <> r.oid
      WHERE r.rolname = ANY (?) AND other.rolname = ANY (?) AND NOT r.rolsuper
        AND pg_catalog.pg_has_role(r.oid, other.oid, 'MEMBER')
      UNION ALL
      SELECT 'ROLE', NULL, r.rolname, '', r.rolname, 'SUPERUSER'
      FROM pg_catalog.pg_roles r WHERE r.rolname = ANY (?) AND r.rolsuper
      """;

  private static final String EXISTING =
      "SELECT rolname FROM pg_catalog.pg_roles WHERE rolname = ANY (?) ORDER BY rolname";

  private RightsReader() {}

  /// Must run in a transaction: sets the search path so that types are named with their schemas.
  ///
  /// @param roles the roles between which memberships count
  public static List<HeldRight> read(Connection connection, Collection<String> roles)
      throws SQLException {
    var rights = new ArrayList<HeldRight>();
    try (var statement = connection.createStatement()) {
      statement.execute("SET LOCAL search_path = pg_catalog");
      try (var rows = statement.executeQuery(RIGHTS)) {
        addAll(rows, rights);
      }
    }
    try (var statement = connection.prepareStatement(ROLES)) {
      var names = connection.createArrayOf("text", roles.toArray());
      for (var i = 1; i <= 3; i++) {
        statement.setArray(i, names);
      }
      try (var rows = statement.executeQuery()) {
        addAll(rows, rights);
      }
    }
    return rights;
  }

  public static List<String> existing(Connection connection, Collection<String> roles)
      throws SQLException {
    try (var statement = connection.prepareStatement(EXISTING)) {
      statement.setArray(1, connection.createArrayOf("text", roles.toArray()));
      try (var rows = statement.executeQuery()) {
        var found = new ArrayList<String>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    }
  }

  private static void addAll(ResultSet rows, List<HeldRight> rights) throws SQLException {
    while (rows.next()) {
      var name = QualifiedName.of(rows.getString("nspname"), rows.getString("name"));
      var kind = ObjectKind.valueOf(rows.getString("kind"));
      var part = rows.getString("part");
      var object =
          kind == ObjectKind.COLUMN
              ? ObjectName.column(name, part)
              : kind.isRoutine() ? ObjectName.routine(kind, name, part) : ObjectName.of(kind, name);
      rights.add(new HeldRight(object, rows.getString("role"), rows.getString("privilege")));
    }
  }
}
