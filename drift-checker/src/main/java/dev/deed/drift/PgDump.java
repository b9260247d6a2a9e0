package dev.deed.drift;

import java.io.IOException;
import java.io.InputStream;
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

  /// A schema of many thousand tables takes minutes; more than this is a server that hangs.
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

  /// @param environment the process's, for `PATH` and `DEED_PG_DUMP`
  /// @throws PgDumpMissing where none is installed
  /// @throws PgDumpNotUsable where `DEED_PG_DUMP` names none
  public static PgDump find(Map<String, String> environment) {
    return PgDumpProgram.newest(environment)
        .map(program -> new PgDump(program, LONGEST))
        .orElseThrow(PgDumpMissing::new);
  }

  /// Whether there is one at all.
  ///
  /// @throws PgDumpNotUsable where `DEED_PG_DUMP` names none
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
    // A service of the caller's own shell would win over the URL.
    environment.remove("PGSERVICE");
    environment.put("PGCONNECT_TIMEOUT", "15");
    environment.putAll(connection);
    // What it says is read by a program.
    environment.put("LC_ALL", "C");
    var process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private String finished(Process process, Map<String, String> connection, String target)
      throws InterruptedException {
    // Both at once: whoever waits for one while the other's pipe is full waits for ever.
    var errors = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()), READERS);
    var dump = CompletableFuture.supplyAsync(() -> read(process.getInputStream()), READERS);
    if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      throw PgDumpFailed.tryAgain(
          target, "no end after %d seconds".formatted(longest.toSeconds()), null);
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
}
