package dev.deed.cli.scratch;

import dev.deed.sql.UserException;

/// A copy cannot be made, or is not there.
public final class CopyFailed extends UserException {

  private static final long serialVersionUID = 1L;

  private final Outcome outcome;

  /// For a cause that may pass.
  public CopyFailed(String message, String advice) {
    this(Outcome.TRY_AGAIN, message, advice);
  }

  private CopyFailed(Outcome outcome, String message, String advice) {
    super(message, advice);
    this.outcome = outcome;
  }

  /// What was asked for makes no sense, now or later.
  public static CopyFailed misused(String message, String advice) {
    return new CopyFailed(Outcome.UNREADABLE, message, advice);
  }

  /// The answer is no, as things are.
  public static CopyFailed refused(String message, String advice) {
    return new CopyFailed(Outcome.REFUSED, message, advice);
  }

  @Override
  public Outcome outcome() {
    return outcome;
  }
}
