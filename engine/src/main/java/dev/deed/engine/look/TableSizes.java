package dev.deed.engine.look;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import dev.deed.sql.QualifiedName;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// How large tables are, with their indexes and partitions.
public final class TableSizes {

  private static final String SIZES =
      """
      SELECT w.schema, w.name,
             (SELECT coalesce(pg_catalog.sum(pg_catalog.pg_total_relation_size(t.relid)), 0)::bigint
              FROM (SELECT c.oid::pg_catalog.regclass AS relid WHERE c.relkind <> 'p'
                    UNION ALL
                    SELECT p.relid FROM pg_catalog.pg_partition_tree(c.oid) p WHERE c.relkind = 'p') t)
      FROM ROWS FROM (pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::text[])) AS w (schema, name)
           JOIN pg_catalog.pg_namespace n ON n.nspname = w.schema
           JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = w.name
      WHERE c.relkind IN ('r', 'p', 'm', 'f')
      """;

  private TableSizes() {}

  /// @return in bytes, of those that exist
  public static Map<QualifiedName, Long> of(
      Address address, Patience patience, Collection<QualifiedName> tables) {
    var named = tables.stream().filter(table -> table.schema() != null).toList();
    if (named.isEmpty()) {
      return Map.of();
    }
    return ReadOnlySession.at(
        address,
        patience,
        connection -> {
          var sizes = new HashMap<QualifiedName, Long>();
          try (var statement = connection.prepareStatement(SIZES)) {
            statement.setArray(
                1, connection.createArrayOf("text", named.stream().map(n -> n.schema()).toArray()));
            statement.setArray(
                2, connection.createArrayOf("text", named.stream().map(n -> n.name()).toArray()));
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                sizes.put(
                    QualifiedName.of(
                        String.valueOf(rows.getString(1)), String.valueOf(rows.getString(2))),
                    rows.getLong(3));
              }
            }
          }
          return sizes;
        });
  }
}
