package dev.deed.cli.job;

import org.jspecify.annotations.Nullable;

/// What is to be compared, and how live databases are read.
///
/// @param from the word for the first side
/// @param database the only one, null for all
/// @param catalogs read live schemas from the catalogs, not by `pg_dump`
/// @param pgDump the path of the one to use, null for the newest one found
/// @param proved run the migrations of a side on a scratch server, and compare what they leave
/// @param closing the SQL that is wanted with the report
public record DriftRequest(
    String from,
    String to,
    @Nullable String database,
    boolean catalogs,
    @Nullable String pgDump,
    boolean proved,
    DriftClosing closing) {

  public DriftRequest(
      String from,
      String to,
      @Nullable String database,
      boolean catalogs,
      @Nullable String pgDump) {
    this(from, to, database, catalogs, pgDump, false, DriftClosing.NONE);
  }

  /// Migrations are run on a scratch server, if a side consists of them.
  public DriftRequest building(boolean isNeeded) {
    return proving(proved || (isNeeded && (isMigrations(from) || isMigrations(to))));
  }

  private static boolean isMigrations(String side) {
    return side.equals("migrations") || side.startsWith("migrations@");
  }

  public DriftRequest proving(boolean isProved) {
    return new DriftRequest(from, to, database, catalogs, pgDump, isProved, closing);
  }

  public DriftRequest with(DriftClosing wanted) {
    return new DriftRequest(from, to, database, catalogs, pgDump, proved, wanted);
  }

  /// Of an environment, what the migrations applied there say, and its databases.
  ///
  /// @param from null for the usual side
  /// @param to likewise
  public static DriftRequest of(
      String environment,
      @Nullable String from,
      @Nullable String to,
      @Nullable String database,
      boolean catalogs,
      @Nullable String pgDump) {
    return new DriftRequest(
        from == null ? "migrations@" + environment : from,
        to == null ? environment : to,
        database,
        catalogs,
        pgDump);
  }
}
