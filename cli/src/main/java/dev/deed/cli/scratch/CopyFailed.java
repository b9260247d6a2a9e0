package dev.deed.cli.scratch;

import dev.deed.sql.UserException;

/// A copy could not be made, or could not be dropped.
public final class CopyFailed extends UserException {

  private static final long serialVersionUID = 1L;

  public CopyFailed(String message, String advice) {
    super(message, advice);
  }

  @Override
  public Outcome outcome() {
    return Outcome.TRY_AGAIN;
  }
}
