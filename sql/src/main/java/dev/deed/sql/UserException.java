package dev.deed.sql;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A failure of the world that the user can do something about. Subclasses are named for what
/// happened.
public abstract class UserException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /// How the command ended because of it; the cli turns it into an exit code.
  public enum Outcome {
    /// The answer is no: everything worked, and the thing asked for is refused.
    REFUSED,
    /// The command was called, or configured, in a way that cannot be understood.
    UNREADABLE,
    /// Nothing was changed and the same command may succeed later.
    TRY_AGAIN,
    /// Something was changed and something was not; the message says which.
    STOPPED
  }

  private final String advice;

  /// @param message what happened, where, and the state that it left
  /// @param advice the next command to type
  protected UserException(String message, String advice) {
    this(message, advice, null);
  }

  protected UserException(String message, String advice, @Nullable Throwable cause) {
    super(message, cause);
    this.advice = advice;
  }

  public abstract Outcome outcome();

  public final String advice() {
    return advice;
  }
}
