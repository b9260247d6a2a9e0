package dev.deed.engine;

import dev.deed.sql.UserException;
import java.io.Serial;

/// A migration cannot be rolled back.
public final class CannotRollBack extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  CannotRollBack(String message, String advice) {
    super(message, advice);
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
