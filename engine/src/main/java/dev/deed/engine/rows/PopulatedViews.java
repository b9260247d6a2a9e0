package dev.deed.engine.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Materialized views that have rows: a copy of their definitions can be queried only when it has
/// been refreshed.
public final class PopulatedViews {

  /// A view is younger than those that it reads.
  private static final String READ =
      """
      SELECT pg_catalog.format('REFRESH MATERIALIZED VIEW %I.%I', n.nspname, c.relname)
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'm' AND c.relispopulated AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                        WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                          AND d.objid = c.oid AND d.deptype = 'e')
      ORDER BY c.oid
      """;

  private PopulatedViews() {}

  /// Statements that give a copy of the views their rows.
  public static List<String> refreshes(Connection connection) throws SQLException {
    var statements = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(READ)) {
      while (rows.next()) {
        statements.add(String.valueOf(rows.getString(1)));
      }
    }
    return statements;
  }
}
