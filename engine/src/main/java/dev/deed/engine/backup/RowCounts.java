package dev.deed.engine.backup;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.look.ReadOnlySession;
import dev.deed.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many rows the tables of a database have, and how many large objects there are.
public record RowCounts(Map<QualifiedName, Long> tables, long largeObjects) {

  private static final String LARGE_OBJECTS =
      "SELECT pg_catalog.count(*) FROM pg_catalog.pg_largeobject_metadata";

  public RowCounts {
    tables = Map.copyOf(tables);
  }

  public long rows() {
    return tables.values().stream().mapToLong(Long::longValue).sum();
  }

  /// In the transaction of the connection.
  static RowCounts read(Connection connection, Collection<QualifiedName> tables)
      throws SQLException {
    var counts = new TreeMap<QualifiedName, Long>();
    ReadOnlySession.withoutLimit(connection);
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (var table : tables) {
        try (var rows = statement.executeQuery("SELECT count(*) FROM ONLY " + table.quoted())) {
          rows.next();
          counts.put(table, rows.getLong(1));
        }
      }
      try (var rows = statement.executeQuery(LARGE_OBJECTS)) {
        rows.next();
        return new RowCounts(counts, rows.getLong(1));
      }
    }
  }

  /// Of a database that was restored.
  public static RowCounts of(Address address, Patience patience, Collection<QualifiedName> tables) {
    return ReadOnlySession.at(address, patience, connection -> read(connection, tables));
  }

  /// Of all tables of a database.
  public static RowCounts all(Address address, Patience patience) {
    return ReadOnlySession.at(
        address,
        patience,
        connection ->
            read(connection, Snapshot.tables(connection).stream().map(t -> t.name()).toList()));
  }

  /// What a restored database has not, in words.
  ///
  /// @param isWhole large objects are restored, too
  public List<String> differences(RowCounts restored, boolean isWhole) {
    var differences = new ArrayList<String>();
    new TreeMap<>(tables)
        .forEach((table, count) -> {
          var there = restored.tables().getOrDefault(table, 0L);
          if (there.longValue() != count) {
            differences.add("%s had %d rows and has %d".formatted(table.dotted(), count, there));
          }
        });
    if (isWhole && largeObjects != restored.largeObjects()) {
      differences.add(
          "there were %d large objects, and there are %d"
              .formatted(largeObjects, restored.largeObjects()));
    }
    return differences;
  }
}
