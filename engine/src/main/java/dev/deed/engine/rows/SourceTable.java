package dev.deed.engine.rows;

import dev.deed.sql.QualifiedName;
import java.util.List;

/// A table with rows of its own, in the database that is read.
///
/// @param ancestors the tables of which it is a partition or an inheriting child, at any distance
/// @param isReadable this role may read it
/// @param isFiltered row-level security hides rows from this role
record SourceTable(
    long oid,
    QualifiedName name,
    List<QualifiedName> ancestors,
    List<Column> columns,
    boolean isReadable,
    boolean isFiltered,
    long bytes) {

  SourceTable {
    ancestors = List.copyOf(ancestors);
    columns = List.copyOf(columns);
  }

  /// @param type with schema and modifiers
  /// @param isGenerated PostgreSQL computes it
  record Column(String name, String type, boolean isRequired, boolean isGenerated) {}

  /// Those that are written.
  List<Column> stored() {
    return columns.stream().filter(column -> !column.isGenerated()).toList();
  }
}
