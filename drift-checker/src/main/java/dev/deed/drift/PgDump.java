package dev.deed.drift;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

/// Asks the machine's `pg_dump` for the schema of a live database.
public final class PgDump {

  private static final List<String> OPTIONS =
      List.of(
          "--schema-only",
          "--no-password",
          "--encoding=UTF8",
          // Another session's lock must not hold a report up for ever.
          "--lock-wait-timeout=10s",
          // Our own history differs between environments by its nature.
          "--exclude-schema=deed");

  private static final Pattern MISMATCH =
      Pattern.compile("server version: (\\d+)[^;]*; pg_dump version: (\\d+)");

  private final PgDumpProgram program;

  private PgDump(PgDumpProgram program) {
    this.program = program;
  }

  /// @param environment the process's, for `PATH` and `DEED_PG_DUMP`
  /// @throws PgDumpMissing where none is installed
  public static PgDump find(Map<String, String> environment) {
    return PgDumpProgram.newest(environment).map(PgDump::new).orElseThrow(PgDumpMissing::new);
  }

  /// Whether there is one at all.
  public static boolean isInstalled(Map<String, String> environment) {
    return PgDumpProgram.newest(environment).isPresent();
  }

  /// As `pg_dump` tells it: `15.18`.
  public String version() {
    return program.version();
  }

  /// @param connection libpq's environment variables: `PGHOST`, `PGPORT`, `PGDATABASE`, `PGUSER`,
  ///   `PGPASSWORD`, ... so that no password stands on a command line
  /// @param target what the database is called in messages
  /// @throws PgDumpTooOld where the server is newer
  /// @throws PgDumpFailed with what it said
  public String dump(Map<String, String> connection, String target) {
    try {
      var process = start(connection);
      var errors = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
      var dump = read(process.getInputStream());
      if (process.waitFor() != 0) {
        throw failure(errors.join(), target);
      }
      return dump;
    } catch (IOException | UncheckedIOException | CompletionException e) {
      throw new PgDumpFailed(target, String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PgDumpFailed(target, "interrupted", e);
    }
  }

  private Process start(Map<String, String> connection) throws IOException {
    var builder = new ProcessBuilder(program.path().toString());
    builder.command().addAll(OPTIONS);
    builder.environment().putAll(connection);
    var process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private RuntimeException failure(String errors, String target) {
    var mismatch = MISMATCH.matcher(errors);
    if (mismatch.find()) {
      return new PgDumpTooOld(target, program.version(), mismatch.group(1));
    }
    return new PgDumpFailed(target, errors.strip(), null);
  }

  private static String read(InputStream stream) {
    try {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
