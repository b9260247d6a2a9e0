package dev.deed.sql.effect;

/// What PostgreSQL does to the rows that reference a row which is deleted, or whose key changes.
public enum ForeignKeyAction {
  NO_ACTION,
  RESTRICT,
  CASCADE,
  SET_NULL,
  SET_DEFAULT;

  /// As SQL says it: `SET NULL`.
  public String sql() {
    return name().replace('_', ' ');
  }
}
