package dev.deed.drift;

import dev.deed.sql.UserException;
import org.jspecify.annotations.Nullable;

/// `pg_dump` could not read the database; the message is its own.
public final class PgDumpFailed extends UserException {

  private static final long serialVersionUID = 1L;

  PgDumpFailed(String target, String said, @Nullable Throwable cause) {
    super(
        "pg_dump could not read %s: %s".formatted(target, said),
        "check the URL of that environment and that the server is up, then run the same again",
        cause);
  }

  @Override
  public Outcome outcome() {
    return Outcome.TRY_AGAIN;
  }
}
