package dev.deed.engine.scratch;

import dev.deed.engine.connect.Connections;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The contents of a table, as far as two of them can be compared: in any order of the rows.
///
/// @param columns a digest of each column's values
/// @param together a digest of the rows: which values are in one row
public record TableRows(long count, Map<String, String> columns, String together) {

  private static final String TABLES =
      """
      SELECT n.nspname, c.relname, a.attname, pg_catalog.pg_relation_size(c.oid) = 0
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'm') AND c.relpersistence <> 't'
        AND (c.relkind = 'r' OR c.relispopulated)
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'deed')
        AND n.nspname !~ '^pg_toast'
      ORDER BY n.nspname, c.relname, a.attnum
      """;

  private static final String TEXT = "coalesce(%s::text, E'\\\\x01')";

  private static final String DIGEST =
      "coalesce(sum(pg_catalog.hashtextextended(%s, 0)::numeric), 0)::text";

  private static final String NOTHING = "0";

  public TableRows {
    columns = Map.copyOf(columns);
  }

  /// Of all tables of a database.
  public static Map<QualifiedName, TableRows> in(ScratchDatabase database) {
    try (var connections = Connections.open(database.address(), database.server().patience());
        var lent = connections.connect()) {
      return read(lent.connection(), _ -> true);
    } catch (SQLException e) {
      throw ScratchFailed.of(database.address().url().place(), "", e);
    }
  }

  /// The columns of which the values, or the number of rows, are not the same.
  public Set<String> differing(TableRows other) {
    var differing = new TreeSet<String>();
    columns.forEach((column, digest) -> {
      var there = other.columns().get(column);
      if (there != null && !there.equals(digest)) {
        differing.add(column);
      }
    });
    return differing;
  }

  /// Whether the same values are in other rows.
  public boolean isShuffled(TableRows other) {
    return columns.equals(other.columns()) && !together.equals(other.together());
  }

  /// Of some tables of a database.
  public static Map<QualifiedName, TableRows> read(
      Connection connection, Predicate<QualifiedName> wanted) throws SQLException {
    var tables = new LinkedHashMap<QualifiedName, TreeMap<String, String>>();
    var empty = new HashSet<QualifiedName>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        var table = QualifiedName.of(rows.getString(1), rows.getString(2));
        if (wanted.test(table)) {
          tables.computeIfAbsent(table, _ -> new TreeMap<>()).put(rows.getString(3), NOTHING);
          if (rows.getBoolean(4)) {
            empty.add(table);
          }
        }
      }
    }
    var found = new LinkedHashMap<QualifiedName, TableRows>();
    for (var table : tables.entrySet()) {
      found.put(
          table.getKey(),
          empty.contains(table.getKey())
              ? new TableRows(0, table.getValue(), NOTHING)
              : read(connection, table.getKey(), table.getValue()));
    }
    return found;
  }

  private static TableRows read(
      Connection connection, QualifiedName table, TreeMap<String, String> columns)
      throws SQLException {
    var query = new StringBuilder("SELECT count(*)");
    var texts = new ArrayList<String>();
    for (var column : columns.keySet()) {
      texts.add(TEXT.formatted("t." + Identifier.quoted(column)));
    }
    texts.forEach(text -> query.append(", ").append(DIGEST.formatted(text)));
    query
        .append(", ")
        .append(
            texts.size() < 2 ? "'0'" : DIGEST.formatted(String.join(" || E'\\x02' || ", texts)));
    query.append(" FROM ONLY ").append(table.quoted()).append(" AS t");
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query.toString())) {
      rows.next();
      var index = 2;
      for (var column : columns.entrySet()) {
        column.setValue(rows.getString(index++));
      }
      return new TableRows(rows.getLong(1), columns, rows.getString(index));
    }
  }
}
