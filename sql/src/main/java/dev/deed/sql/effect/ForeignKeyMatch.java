package dev.deed.sql.effect;

/// Whether a row with some of its key's columns null references nothing. PostgreSQL has no `MATCH
/// PARTIAL`.
public enum ForeignKeyMatch {
  SIMPLE,
  FULL
}
