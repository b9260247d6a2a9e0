package dev.deed.drift;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the schema of a live database with the `pg_dump` installed on this machine.
public final class PgDump {

  private static final List<String> OPTIONS =
      List.of(
          "--schema-only",
          "--no-password",
          "--encoding=UTF8",
          // Another session's lock must not block a report indefinitely.
          "--lock-wait-timeout=10s",
          // deed's own history differs between environments by its nature.
          "--exclude-schema=deed",
          "--dbname=" + PgDumpProgram.KEPT_ALIVE);

  /// A schema of many thousands of tables takes minutes; after this long the server hangs.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final Pattern MISMATCH =
      Pattern.compile("server version: (\\d+)[^;]*; pg_dump version: (\\d+)");

  private final PgDumpProgram program;
  private final Duration longest;

  PgDump(PgDumpProgram program, Duration longest) {
    this.program = program;
    this.longest = longest;
  }

  /// @param environment of this process, for `PATH` and `DEED_PG_DUMP`
  /// @throws PgDumpMissing if none is installed
  /// @throws PgDumpNotUsable if `DEED_PG_DUMP` does not name one
  public static PgDump find(Map<String, String> environment) {
    return find(environment, null);
  }

  /// @param named the path of the one to use, before `DEED_PG_DUMP`; null if none is named
  public static PgDump find(Map<String, String> environment, @Nullable String named) {
    return PgDumpProgram.newest(environment, named)
        .map(program -> new PgDump(program, LONGEST))
        .orElseThrow(PgDumpMissing::new);
  }

  /// True if a `pg_dump` is installed.
  ///
  /// @throws PgDumpNotUsable if `DEED_PG_DUMP` does not name one
  public static boolean isInstalled(Map<String, String> environment) {
    return PgDumpProgram.newest(environment).isPresent();
  }

  /// As `pg_dump` reports it: `15.18`.
  public String version() {
    return program.version();
  }

  /// Whether it reads servers of that version.
  public boolean isFitFor(int serverMajor) {
    return program.major() >= serverMajor;
  }

  /// The whole dump, as lines to compare.
  public DumpLines lines(Map<String, String> connection, String target) {
    return DumpLines.of(dump(connection, target));
  }

  /// Returns when the server has let `pg_dump` read all that it needs; the text is written while it
  /// is read.
  ///
  /// @param connection libpq's environment variables: `PGHOST`, `PGPORT`, `PGDATABASE`, `PGUSER`,
  ///   `PGPASSWORD`, ... so that no password appears on a command line
  /// @param target the database's name in messages
  /// @throws PgDumpTooOld if the server is newer than `pg_dump`
  /// @throws PgDumpFailed with the message of `pg_dump`
  public DumpText dump(Map<String, String> connection, String target) {
    var command = new ArrayList<String>();
    command.add(program.path().toString());
    command.addAll(OPTIONS);
    var environment = new HashMap<String, String>();
    environment.put("PGCONNECT_TIMEOUT", "15");
    environment.putAll(connection);
    try {
      var dump =
          DumpProcess.start(
              command, environment, longest, errors -> failure(errors, connection, target));
      dump.awaitHead();
      return dump;
    } catch (IOException e) {
      throw PgDumpFailed.saying(target, String.valueOf(e.getMessage()), e);
    }
  }

  private RuntimeException failure(
      DumpProcess.End end, Map<String, String> connection, String target) {
    return switch (end) {
      case DumpProcess.End.TooLate late ->
          PgDumpFailed.saying(
              target,
              "it did not finish within %d seconds".formatted(late.after().toSeconds()),
              null);
      case DumpProcess.End.Broken broken ->
          PgDumpFailed.saying(target, String.valueOf(broken.cause().getMessage()), broken.cause());
      case DumpProcess.End.Refused refused ->
          failure(withoutPassword(refused.said(), connection), target);
    };
  }

  private RuntimeException failure(String errors, String target) {
    var mismatch = MISMATCH.matcher(errors);
    if (mismatch.find()) {
      return new PgDumpTooOld(target, program.version(), mismatch.group(1));
    }
    return PgDumpFailed.saying(target, errors.strip());
  }

  private static String withoutPassword(String text, Map<String, String> connection) {
    var password = connection.getOrDefault("PGPASSWORD", "");
    return password.length() < 3 ? text : text.replace(password, "***");
  }
}
