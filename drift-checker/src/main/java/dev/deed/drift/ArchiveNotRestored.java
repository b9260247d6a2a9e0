package dev.deed.drift;

import dev.deed.sql.UserException;
import java.io.Serial;

/// `pg_restore` stopped; the message quotes its output.
public final class ArchiveNotRestored extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  ArchiveNotRestored(String target, String said) {
    super(
        "pg_restore could not restore into %s: %s".formatted(target, said),
        "correct that, and run the command again; a server with the same extensions and roles:"
            + " --scratch URL");
  }

  @Override
  public Outcome outcome() {
    return Outcome.TRY_AGAIN;
  }
}
