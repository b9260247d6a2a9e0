package dev.deed.engine;

import dev.deed.sql.QualifiedName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A name that an object of a database had when deed last changed it there, and the object's name
/// now.
///
/// @param table of a column or a constraint, by its name now; null for others
/// @param was of a column or a constraint without its table
/// @param now null if the object is gone
/// @param attribute number of a column, 0 for others
/// @param at when the name was noted first
public record FormerName(
    Kind kind,
    @Nullable QualifiedName table,
    QualifiedName was,
    @Nullable QualifiedName now,
    long oid,
    int attribute,
    Instant at) {

  /// By the catalog that has it.
  public enum Kind {
    /// Tables, views, indexes and sequences.
    RELATION,
    COLUMN,
    CONSTRAINT,
    TYPE,
    FUNCTION
  }
}
