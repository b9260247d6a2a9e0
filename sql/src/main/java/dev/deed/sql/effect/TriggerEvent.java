package dev.deed.sql.effect;

/// What a trigger fires on, in the order in which `pg_get_triggerdef` lists the events.
public enum TriggerEvent {
  INSERT,
  DELETE,
  UPDATE,
  TRUNCATE
}
