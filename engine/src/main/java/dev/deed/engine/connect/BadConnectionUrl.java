package dev.deed.engine.connect;

import dev.deed.sql.UserException;
import java.io.Serial;

/// A connection URL is empty, incomplete or unsupported. The message never repeats the URL: it may
/// contain a password.
public final class BadConnectionUrl extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  BadConnectionUrl(String message, String advice) {
    super(message, advice);
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
