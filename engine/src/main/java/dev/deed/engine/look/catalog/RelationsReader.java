package dev.deed.engine.look.catalog;

import dev.deed.engine.catalog.LiveRelation;
import dev.deed.engine.catalog.LiveRelation.Health;
import dev.deed.engine.catalog.LiveRelation.LiveColumn;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads all relations of users' schemas, with the columns of the tables.
public final class RelationsReader {

  private static final String RELATIONS =
      """
      SELECT c.oid::bigint AS oid, n.nspname, c.relname, c.relkind,
             coalesce(i.indisvalid, true) AS valid,
             c.oid::bigint < coalesce((
               SELECT h.oid::bigint FROM pg_catalog.pg_class h
                    JOIN pg_catalog.pg_namespace d ON d.oid = h.relnamespace
               WHERE d.nspname = 'deed' AND h.relname = 'migration'), 0) AS older,
             EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p
                     WHERE p.index_relid = c.oid) AS building
      FROM pg_catalog.pg_class c
           JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
           LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
      WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'i', 'I')
        AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
      ORDER BY n.nspname, c.relname
      """;

  private static final String COLUMNS =
      """
      SELECT a.attrelid::bigint AS oid, a.attname,
             pg_catalog.format_type(a.atttypid, a.atttypmod) AS type
      FROM pg_catalog.pg_attribute a
           JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
           JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f')
        AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
      ORDER BY a.attrelid, a.attnum
      """;

  private RelationsReader() {}

  /// Must run in a transaction: sets the search path so that types are named with their schemas.
  public static List<LiveRelation> read(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET LOCAL search_path = pg_catalog");
    }
    var columns = columns(connection);
    var relations = new ArrayList<LiveRelation>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(RELATIONS)) {
      while (rows.next()) {
        var found = columns.getOrDefault(rows.getLong("oid"), List.of());
        relations.add(new LiveRelation(name(rows), health(rows), rows.getBoolean("older"), found));
      }
    }
    return relations;
  }

  private static Map<Long, List<LiveColumn>> columns(Connection connection) throws SQLException {
    var columns = new HashMap<Long, List<LiveColumn>>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        columns
            .computeIfAbsent(rows.getLong("oid"), _ -> new ArrayList<>())
            .add(new LiveColumn(text(rows, "attname"), text(rows, "type")));
      }
    }
    return columns;
  }

  private static ObjectName name(ResultSet rows) throws SQLException {
    var name = QualifiedName.of(text(rows, "nspname"), text(rows, "relname"));
    return ObjectName.of(kind(text(rows, "relkind")), name);
  }

  /// From `pg_class.relkind`.
  public static ObjectKind kind(String relkind) {
    return switch (relkind) {
      case "v" -> ObjectKind.VIEW;
      case "m" -> ObjectKind.MATERIALIZED_VIEW;
      case "S" -> ObjectKind.SEQUENCE;
      case "i", "I" -> ObjectKind.INDEX;
      case "f" -> ObjectKind.FOREIGN_TABLE;
      default -> ObjectKind.TABLE;
    };
  }

  private static Health health(ResultSet rows) throws SQLException {
    if (rows.getBoolean("building")) {
      return Health.UNDER_CONSTRUCTION;
    }
    return rows.getBoolean("valid") ? Health.VALID : Health.INVALID;
  }

  private static String text(ResultSet rows, String column) throws SQLException {
    return String.valueOf(rows.getString(column));
  }
}
