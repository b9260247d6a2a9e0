package dev.deed.engine;

/// Which way a migration is moved.
public enum Direction {
  UP,
  DOWN,
  /// Recorded as applied without being run.
  STAMP
}
