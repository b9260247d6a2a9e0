package dev.deed.engine.connect;

import dev.deed.sql.UserException;
import java.io.Serial;

/// A connection URL says nothing, too little, or what cannot be obeyed. The message never repeats
/// the URL: there may be a password in it.
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
