package dev.deed.sql.effect;

import java.util.Locale;

/// In which sessions a trigger or a rule fires, by their `session_replication_role`.
public enum Firing {
  /// In all but replicas' sessions: what `ENABLE` alone says.
  ORIGIN,
  REPLICA,
  ALWAYS,
  DISABLED;

  /// As people write it: `replica`.
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
