package dev.deed.engine;

import dev.deed.sql.UserException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A migration cannot be rolled back.
public final class CannotRollBack extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient @Nullable HistoryRow row;

  CannotRollBack(String message, String advice) {
    this(message, advice, null);
  }

  /// @param row of the migration that cannot be undone
  CannotRollBack(String message, String advice, @Nullable HistoryRow row) {
    super(message, advice);
    this.row = row;
  }

  /// Of the migration that cannot be undone; null if another reason stops the rollback.
  public @Nullable HistoryRow row() {
    return row;
  }

  public CannotRollBack withAdvice(String more) {
    return new CannotRollBack(String.valueOf(getMessage()), advice() + "; " + more, row);
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
