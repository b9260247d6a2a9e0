package dev.deed.sql;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A failure outside of deed that the user can act on. Subclasses are named for what happened.
public abstract class UserException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /// How the command ended; the cli turns it into an exit code.
  public enum Outcome {
    /// The answer is no: everything worked, but the request is refused.
    REFUSED,
    /// The command's arguments or configuration cannot be understood.
    UNREADABLE,
    /// Nothing was changed, and the same command may succeed later.
    TRY_AGAIN,
    /// Some changes were made and others were not; the message says which.
    STOPPED
  }

  private final String advice;

  /// @param message what happened, where, and the resulting state
  /// @param advice the next command to type
  protected UserException(String message, String advice) {
    this(message, advice, null);
  }

  protected UserException(String message, String advice, @Nullable Throwable cause) {
    super(message, cause);
    this.advice = advice;
  }

  public abstract Outcome outcome();

  /// For a place that has one line: problems of several files have one each.
  public final String firstLine() {
    return String.valueOf(getMessage()).lines().findFirst().orElse("");
  }

  public final String advice() {
    return advice;
  }
}
