package dev.deed.drift;

import dev.deed.sql.UserException;

/// `pg_dump` refuses servers newer than itself.
public final class PgDumpTooOld extends UserException {

  private static final long serialVersionUID = 1L;

  private PgDumpTooOld(String message, String advice) {
    super(message, advice);
  }

  /// Backups cannot be read from the catalogs.
  static PgDumpTooOld forBackups(String target, String version, int serverMajor) {
    return new PgDumpTooOld(
        "%s runs PostgreSQL %d, but the newest pg_dump here is %s: it must be %d or later"
            .formatted(target, serverMajor, version, serverMajor),
        "%s; or name a newer pg_dump with --pg-dump or DEED_PG_DUMP"
            .formatted(ClientPackage.ofThisSystem().toInstall("" + serverMajor)));
  }

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
