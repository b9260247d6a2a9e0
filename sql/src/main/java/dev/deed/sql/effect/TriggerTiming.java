package dev.deed.sql.effect;

/// When a trigger fires, relative to the change of the row or to the statement.
public enum TriggerTiming {
  BEFORE,
  AFTER,
  INSTEAD_OF;

  /// As SQL says it: `INSTEAD OF`.
  public String sql() {
    return name().replace('_', ' ');
  }
}
