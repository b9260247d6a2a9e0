package dev.deed.engine.connect;

import dev.deed.sql.UserException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The server answers but refuses the login: password, role, `pg_hba.conf`, or no such database.
public final class AccessRefused extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  AccessRefused(String message, String advice, @Nullable Throwable cause) {
    super(message, advice, cause);
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
