package dev.deed.sql;

import java.util.Locale;

/// A danger of a statement for a running system.
public enum Hazard {
  /// `SELECT` and everything else has to wait.
  BLOCKS_READS,
  /// `INSERT`, `UPDATE` and `DELETE` have to wait.
  BLOCKS_WRITES,
  /// Every row is rewritten.
  REWRITES_TABLE,
  LOSES_DATA,
  /// A program that worked before fails afterwards.
  BREAKS_RUNNING_CODE,
  CANNOT_UNDO;

  /// The name in kebab case: `blocks-reads`.
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
