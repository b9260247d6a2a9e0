package dev.deed.drift;

import dev.deed.sql.UserException;

/// No `pg_dump`, or no `pg_restore` with it, is installed on this machine.
public final class PgDumpMissing extends UserException {

  private static final long serialVersionUID = 1L;

  PgDumpMissing() {
    super(
        "pg_dump was not found, neither on the PATH nor where packages install it",
        "%s, in the server's version or later; or name it with --pg-dump or DEED_PG_DUMP; or read"
                .formatted(ClientPackage.ofThisSystem().toInstall(null))
            + " the schema from the catalogs: --catalog");
  }

  private PgDumpMissing(String message, ClientPackage client) {
    super(
        message,
        "%s, in the server's version or later; or name it with --pg-dump or DEED_PG_DUMP"
            .formatted(client.toInstall(null)));
  }

  /// Backups cannot be read from the catalogs.
  static PgDumpMissing forBackups() {
    return new PgDumpMissing(
        "a backup needs pg_dump and pg_restore, and they were not found, neither on the PATH nor where packages install them",
        ClientPackage.ofThisSystem());
  }

  /// @param archive what only `pg_restore` can read
  PgDumpMissing(String archive, String format) {
    super(
        "%s is a dump in %s format, and no pg_restore was found to read it"
            .formatted(archive, format),
        "%s; or convert it where there is one: pg_restore --schema-only -f schema.sql %s"
            .formatted(ClientPackage.ofThisSystem().toInstall(null), archive));
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
