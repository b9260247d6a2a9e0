package dev.deed.drift;

import dev.deed.sql.UserException;

/// `pg_dump` refuses servers newer than itself.
public final class PgDumpTooOld extends UserException {

  private static final long serialVersionUID = 1L;

  PgDumpTooOld(String target, String version, String serverMajor) {
    super(
        "%s runs PostgreSQL %s, but the newest pg_dump here is %s: it must be %s or later"
            .formatted(target, serverMajor, version, serverMajor),
        "%s; or name a newer pg_dump with --pg-dump or DEED_PG_DUMP; or read the schema from the"
                .formatted(ClientPackage.ofThisSystem().toInstall(serverMajor))
            + " catalogs: --catalog");
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
