package dev.deed.engine;

/// In which way a migration changes its database, or only what the history says of it.
public enum Direction {
  UP,
  DOWN,
  /// Recorded as applied; nothing is sent.
  STAMP,
  /// Recorded as left half-way; nothing is sent.
  ABANDON;

  public boolean sendsStatements() {
    return this == UP || this == DOWN;
  }

  /// Afterwards the whole migration counts as applied.
  public boolean leavesApplied() {
    return this == UP || this == STAMP;
  }
}
