package dev.deed.engine;

/// The direction in which a migration is moved.
public enum Direction {
  UP,
  DOWN,
  /// Recorded as applied without being run.
  STAMP
}
