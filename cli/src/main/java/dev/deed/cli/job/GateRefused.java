package dev.deed.cli.job;

import dev.deed.sql.UserException;

/// `deed check` finds errors in what is pending: nothing of it is sent, to no database.
final class GateRefused extends UserException {

  private static final long serialVersionUID = 1L;

  /// @param what is refused, with its findings: `1 pending migration: 2 errors`
  /// @param isOnlyNotReady only what the environment asks for is missing
  GateRefused(String what, boolean isOnlyNotReady) {
    super(
        what + "; nothing was sent",
        isOnlyNotReady
            ? "bring what is missing; deed checklist shows all that is asked for"
            : "correct the statements, or ask their owners; deed check shows the same findings");
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
