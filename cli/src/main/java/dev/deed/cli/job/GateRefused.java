package dev.deed.cli.job;

import dev.deed.sql.UserException;

/// `deed check` finds errors in what is pending: nothing of it is sent, to no database.
final class GateRefused extends UserException {

  private static final long serialVersionUID = 1L;

  /// @param what is refused, with its findings: `1 pending migration: 2 errors`
  GateRefused(String what, String advice) {
    super(what + "; nothing was sent", advice);
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
