package dev.deed.engine;

import dev.deed.sql.UserException;
import java.io.Serial;

/// What the user typed does not identify a version.
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
