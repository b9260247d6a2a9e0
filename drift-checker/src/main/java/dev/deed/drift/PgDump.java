package dev.deed.drift;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

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
          "--exclude-schema=deed");

  /// A schema of many thousands of tables takes minutes; after this long the server hangs.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final Pattern MISMATCH =
      Pattern.compile("server version: (\\d+)[^;]*; pg_dump version: (\\d+)");

  private static final Executor READERS = Thread::startVirtualThread;

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
    return PgDumpProgram.newest(environment)
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

  /// @param connection libpq's environment variables: `PGHOST`, `PGPORT`, `PGDATABASE`, `PGUSER`,
  ///   `PGPASSWORD`, ... so that no password appears on a command line
  /// @param target the database's name in messages
  /// @throws PgDumpTooOld if the server is newer than `pg_dump`
  /// @throws PgDumpFailed with the message of `pg_dump`
  public DumpText dump(Map<String, String> connection, String target) {
    Process process = null;
    try {
      process = start(connection);
      return finished(process, connection, target);
    } catch (IOException | UncheckedIOException | CompletionException e) {
      throw PgDumpFailed.tryAgain(target, String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PgDumpFailed.tryAgain(target, "interrupted", e);
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }

  private Process start(Map<String, String> connection) throws IOException {
    var builder = new ProcessBuilder(program.path().toString());
    builder.command().addAll(OPTIONS);
    var environment = builder.environment();
    // PGSERVICE in the caller's shell would take precedence over the URL.
    environment.remove("PGSERVICE");
    environment.put("PGCONNECT_TIMEOUT", "15");
    environment.putAll(connection);
    // The output is parsed by deed, so it must be in English.
    environment.put("LC_ALL", "C");
    var process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private DumpText finished(Process process, Map<String, String> connection, String target)
      throws InterruptedException {
    // Read both pipes at once: a program blocked on one full pipe while deed reads the other waits
    // indefinitely.
    var errors = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()), READERS);
    var dump = CompletableFuture.supplyAsync(() -> text(process.getInputStream()), READERS);
    if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      throw PgDumpFailed.tryAgain(
          target, "it did not finish within %d seconds".formatted(longest.toSeconds()), null);
    }
    if (process.exitValue() != 0) {
      throw failure(withoutPassword(errors.join(), connection), target);
    }
    return dump.join();
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

  private static String read(InputStream stream) {
    try {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DumpText text(InputStream stream) {
    try {
      return DumpText.of(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
