package dev.deed.engine.catalog;

import dev.deed.sql.effect.ObjectName;
import java.util.List;

/// A table, view, sequence or index, as a live database has it.
///
/// @param name fully qualified
/// @param health whether queries can rely on it
/// @param columns of a table, in order; empty for all else
public record LiveRelation(ObjectName name, Health health, List<LiveColumn> columns) {

  public LiveRelation {
    columns = List.copyOf(columns);
  }

  public enum Health {
    VALID,
    /// An index that no query uses: its build was broken off, or a partition has none yet.
    INVALID,
    /// An index that is being built at this moment.
    UNDER_CONSTRUCTION
  }

  /// @param type as `format_type` prints it, schemas included
  public record LiveColumn(String name, String type) {}
}
