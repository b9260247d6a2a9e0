package dev.deed.drift;

import dev.deed.sql.UserException;

/// There is no `pg_dump` on this machine.
public final class PgDumpMissing extends UserException {

  private static final long serialVersionUID = 1L;

  PgDumpMissing() {
    super(
        "pg_dump was not found, and without it no live schema can be read",
        """
        install it, at least in the server's version (Debian, Ubuntu: apt-get install \
        postgresql-client; macOS: brew install libpq), or name one with DEED_PG_DUMP, or compare \
        dump files\
        """);
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
