package dev.deed.engine.run;

import dev.deed.sql.UserException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Somebody asked the run to end; what was under way was finished or rolled back.
public final class Stopped extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  Stopped(String message, @Nullable Throwable cause) {
    super(message, "Run deed apply again: it goes on where it stopped.", cause);
  }

  @Override
  public Outcome outcome() {
    return Outcome.STOPPED;
  }
}
