package dev.deed.engine;

import dev.deed.sql.UserException;
import java.io.Serial;

/// The version that was asked for cannot be told from what was typed.
public final class GoalNotFound extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  GoalNotFound(String message, String advice) {
    super(message, advice);
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
