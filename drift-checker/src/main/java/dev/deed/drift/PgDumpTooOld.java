package dev.deed.drift;

import dev.deed.sql.UserException;

/// `pg_dump` refuses servers newer than itself.
public final class PgDumpTooOld extends UserException {

  private static final long serialVersionUID = 1L;

  PgDumpTooOld(String target, String version, String serverMajor) {
    super(
        "%s runs PostgreSQL %s, and the newest pg_dump here is %s: it must be %s or later"
            .formatted(target, serverMajor, version, serverMajor),
        "install postgresql-client-%s, or name a newer pg_dump with DEED_PG_DUMP"
            .formatted(serverMajor));
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
