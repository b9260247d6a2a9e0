package dev.deed.sql.effect;

/// The command that a rewrite rule extends or replaces.
public enum RuleEvent {
  SELECT,
  INSERT,
  UPDATE,
  DELETE
}
