package dev.deed.sql.replay;

import dev.deed.sql.effect.ObjectName;
import org.jspecify.annotations.Nullable;

/// That an object depends on another.
///
/// @param on what it depends on
/// @param strength what becomes of it when that is dropped
record Dependency(ObjectName on, Strength strength) {

  enum Strength {
    /// It goes with it, always: a column of a table, an index over a column.
    AUTO,
    /// It stands in the way, and goes with it only by `CASCADE`: a view over a table.
    NORMAL
  }

  /// As a record does by itself, and several times as fast.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Dependency(var otherOn, var otherStrength)
        && strength == otherStrength
        && on.equals(otherOn);
  }

  @Override
  public int hashCode() {
    return on.hashCode() * 31 + strength.ordinal();
  }

  static Dependency part(ObjectName of) {
    return new Dependency(of, Strength.AUTO);
  }

  static Dependency use(ObjectName of) {
    return new Dependency(of, Strength.NORMAL);
  }
}
