package dev.deed.sql;

import java.util.Locale;

/// What a statement may do to a running system.
public enum Hazard {
  /// `SELECT` has to wait, and everything else.
  BLOCKS_READS,
  /// `INSERT`, `UPDATE` and `DELETE` have to wait.
  BLOCKS_WRITES,
  /// Every row is written anew.
  REWRITES_TABLE,
  LOSES_DATA,
  /// A program that ran before fails after it.
  BREAKS_RUNNING_CODE,
  CANNOT_UNDO;

  /// `blocks-reads`
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
