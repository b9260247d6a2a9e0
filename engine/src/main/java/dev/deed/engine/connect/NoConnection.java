package dev.deed.engine.connect;

import dev.deed.sql.UserException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The server does not answer, or not yet.
public final class NoConnection extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  public NoConnection(String message, String advice, @Nullable Throwable cause) {
    super(message, advice, cause);
  }

  @Override
  public Outcome outcome() {
    return Outcome.TRY_AGAIN;
  }
}
