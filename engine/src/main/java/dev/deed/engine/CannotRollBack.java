package dev.deed.engine;

import dev.deed.sql.UserException;
import java.io.Serial;

/// A migration on the way back has no way back.
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
