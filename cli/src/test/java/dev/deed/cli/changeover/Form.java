package dev.deed.cli.changeover;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What one kind of code writes: a table and columns of it, as SQL.
///
/// @param key of which two rows may not be the same
record Form(String table, List<String> columns, String key) {

  Form(String table, List<String> columns) {
    this(table, columns, "id");
  }

  /// Such code does not write, or not any more.
  static final Form NONE = new Form("", List.of());

  static Form of(String... columns) {
    return new Form("t", List.of(columns));
  }

  static Form in(String table, String... columns) {
    return new Form(table, List.of(columns));
  }

  Form in(String otherTable) {
    return new Form(otherTable, columns, key);
  }

  Form withKey(String newKey) {
    return new Form(table, columns, newKey);
  }

  boolean isNone() {
    return table.isEmpty();
  }

  String list() {
    return String.join(", ", columns);
  }

  String upsert(int id, String values) {
    return "INSERT INTO %s (id, %s) VALUES (%d, %s) ON CONFLICT (%s) DO UPDATE SET (%s) = ROW(%s)"
        .formatted(
            table,
            list(),
            id,
            values,
            key,
            list(),
            String.join(", ", columns.stream().map(c -> "EXCLUDED." + c).toList()));
  }

  String update(int id, String values) {
    return "UPDATE %s SET (%s) = ROW(%s) WHERE id = %d".formatted(table, list(), values, id);
  }

  /// Rows that do not have these values, or are missing.
  String unlike(Map<Integer, String> values) {
    var wanted =
        values.entrySet().stream()
            .map(v -> "(%d, ROW(%s)::text)".formatted(v.getKey(), v.getValue()))
            .collect(Collectors.joining(", "));
    return "SELECT format('row %%s should have %%s, but has %%s', id, wanted, ROW(%s)::text) FROM (VALUES %s) v (id, wanted) LEFT JOIN %s t USING (id) WHERE t.id IS NULL OR ROW(%s)::text IS DISTINCT FROM wanted"
        .formatted(list(), wanted, table, list());
  }
}
