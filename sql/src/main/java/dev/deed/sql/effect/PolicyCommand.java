package dev.deed.sql.effect;

import java.util.Locale;

/// The commands that a row security policy is for.
public enum PolicyCommand {
  ALL,
  SELECT,
  INSERT,
  UPDATE,
  DELETE;

  /// As people write it: `all`.
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
