package dev.deed.drift;

import dev.deed.sql.UserException;

/// No `pg_dump` is installed on this machine.
public final class PgDumpMissing extends UserException {

  private static final long serialVersionUID = 1L;

  PgDumpMissing() {
    super(
        "pg_dump was not found; deed needs it to read a live schema",
        """
        install it, in the server's version or later (Debian, Ubuntu: apt-get install \
        postgresql-client; macOS: brew install libpq), or set DEED_PG_DUMP to its path, or compare \
        dump files\
        """);
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
