package dev.deed.engine.rows;

import java.util.List;

/// A foreign key.
///
/// @param children the tables with rows that refer
/// @param parentIsPartitioned the rows referred to are in partitions
record Reference(
    String constraint,
    List<Long> children,
    long parent,
    boolean parentIsPartitioned,
    String parentSql,
    List<Pair> pairs) {

  Reference {
    children = List.copyOf(children);
    pairs = List.copyOf(pairs);
  }

  /// @param operator that compares the two, with its schema
  record Pair(String child, String parent, String operator) {}
}
