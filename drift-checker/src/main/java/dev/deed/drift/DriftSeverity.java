package dev.deed.drift;

import java.util.Locale;

/// What a difference means for a program that was written for the first schema and runs on the
/// second. The order is from the worst on.
public enum DriftSeverity {
  BREAKING("a statement that works on the first schema may fail on the second"),
  BEHAVIOUR("statements work, but what they return, what is accepted, or who may do it can differ"),
  PERFORMANCE("only speed, size and locks can differ"),
  COSMETIC("no statement that names its columns can tell");

  private final String meaning;

  DriftSeverity(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }

  /// As for `--fail-on`, and in every report.
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isAtLeast(DriftSeverity other) {
    return compareTo(other) <= 0;
  }

  DriftSeverity worse(DriftSeverity other) {
    return isAtLeast(other) ? this : other;
  }

  @Override
  public String toString() {
    return words();
  }
}
