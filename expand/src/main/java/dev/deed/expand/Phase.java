package dev.deed.expand;

import java.util.Locale;

/// What a file of a story is for, in the order of the files.
public enum Phase {
  /// The new form appears next to the old one, and a trigger keeps them equal.
  EXPAND,
  /// The rows from before get the new form too, and what hangs on it is built.
  BACKFILL,
  /// The new form takes the old one's name.
  SWITCH,
  /// The old form goes.
  CONTRACT,
  /// What was kept of the old form goes. The changeover is over before.
  KEEP;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
