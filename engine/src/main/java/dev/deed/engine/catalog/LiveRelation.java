package dev.deed.engine.catalog;

import dev.deed.sql.effect.ObjectName;
import java.util.List;

/// A table, view, sequence or index in a live database.
///
/// @param name fully qualified
/// @param health whether queries can rely on it
/// @param isOlder it is older than deed's history
/// @param columns of a table, in order; empty for other relations
public record LiveRelation(
    ObjectName name, Health health, boolean isOlder, List<LiveColumn> columns) {

  public LiveRelation {
    columns = List.copyOf(columns);
  }

  public enum Health {
    VALID,
    /// An index that no query uses: its build was interrupted, or a partition has no index yet.
    INVALID,
    /// An index that is being built now.
    UNDER_CONSTRUCTION
  }

  /// @param type as `format_type` prints it, including schemas
  public record LiveColumn(String name, String type) {}
}
