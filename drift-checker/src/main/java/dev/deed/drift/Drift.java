package dev.deed.drift;

import dev.deed.ownership.Service;
import org.jspecify.annotations.Nullable;

/// A difference with its owner and its severity.
///
/// @param owner null if no service owns the object, or if several claim it
public record Drift(
    Difference difference, @Nullable Service owner, DriftSeverity severity, Cause cause) {

  public Drift(Difference difference, @Nullable Service owner, DriftSeverity severity) {
    this(difference, owner, severity, Cause.NOT_KNOWN);
  }

  /// The same with only a part of the difference.
  Drift with(Difference part) {
    return new Drift(part, owner, Severities.of(part), cause);
  }

  public Drift withCause(Cause newCause) {
    return new Drift(difference, owner, severity, newCause);
  }
}
