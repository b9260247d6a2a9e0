package dev.deed.engine.rows;

import dev.deed.sql.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Which rows are copied.
///
/// @param tables patterns as the user has written them, and what they match; empty for all tables
/// @param percent of each of these tables; 100 for all rows
/// @param most rows of each
public record RowWish(
    Map<String, Predicate<QualifiedName>> tables, double percent, long most, List<Mask> masks) {

  public RowWish {
    tables = new LinkedHashMap<>(tables);
    masks = List.copyOf(masks);
  }

  boolean isWhole() {
    return percent >= 100 && most == Long.MAX_VALUE;
  }
}
