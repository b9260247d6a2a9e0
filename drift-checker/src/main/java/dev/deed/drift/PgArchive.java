package dev.deed.drift;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Saves a database into an archive in `pg_dump`'s custom format and restores it, by the programs
/// that are installed on this machine.
public final class PgArchive {

  private static final Pattern NOT_WRITTEN =
      Pattern.compile("could not (?:write|(?:open|close) output)");

  private static final Pattern FOREIGN_KEY = Pattern.compile("^\\d+; \\d+ \\d+ FK CONSTRAINT .*");

  private final PgDumpProgram program;
  private final Path restore;

  private PgArchive(PgDumpProgram program, Path restore) {
    this.program = program;
    this.restore = restore;
  }

  /// @param named see `PgDump.find`
  /// @throws PgDumpMissing if there is no `pg_dump`, or no `pg_restore` next to it
  public static PgArchive find(Map<String, String> environment, @Nullable String named) {
    var program = PgDumpProgram.newest(environment, named).orElseThrow(PgDumpMissing::forBackups);
    return new PgArchive(program, program.restore().orElseThrow(PgDumpMissing::forBackups));
  }

  public String version() {
    return program.version();
  }

  /// @throws PgDumpTooOld if the server is newer
  public void refuseNewer(String target, int serverMajor) {
    if (program.major() < serverMajor) {
      throw PgDumpTooOld.forBackups(target, program.version(), serverMajor);
    }
  }

  /// What is saved.
  ///
  /// @param connection as in `PgDump.dump`
  /// @param snapshot that a session keeps
  /// @param withoutRows quoted names of tables of which only the definition is saved
  public record Saving(Map<String, String> connection, String snapshot, List<String> withoutRows) {}

  /// @param started is told of the program, which it may end
  /// @throws PgDumpFailed with the message of `pg_dump`
  public void save(Saving saving, Path file, String target, Consumer<Process> started) {
    var command = new ArrayList<String>();
    command.add(program.path().toString());
    command.addAll(
        List.of(
            "--format=custom",
            "--no-password",
            "--encoding=UTF8",
            "--lock-wait-timeout=10s",
            "--dbname=" + PgDumpProgram.KEPT_ALIVE,
            "--snapshot=" + saving.snapshot(),
            "--file=" + file));
    saving.withoutRows().forEach(table -> command.add("--exclude-table-data=" + table));
    var said = run(command, saving.connection(), started);
    if (said.exit() != 0) {
      throw NOT_WRITTEN.matcher(said.words()).find()
          ? PgDumpFailed.notWriting(target, said.words())
          : PgDumpFailed.saying(target, said.words());
    }
  }

  /// How an archive is restored.
  ///
  /// @param connection with the database that is filled
  /// @param isWithOwners objects get their owners, privileges and tablespaces
  /// @param isWhole it has the rows of all tables, so that foreign keys hold
  public record Restoring(Map<String, String> connection, boolean isWithOwners, boolean isWhole) {}

  /// @throws ArchiveNotRestored with the message of `pg_restore`
  public void restore(Path file, Restoring restoring, String target, Consumer<Process> started) {
    var command = new ArrayList<String>();
    command.add(restore.toString());
    command.addAll(
        List.of(
            "--exit-on-error",
            "--no-password",
            "--no-subscriptions",
            "--dbname=" + name(restoring.connection().getOrDefault("PGDATABASE", ""))));
    if (!restoring.isWithOwners()) {
      command.addAll(
          List.of("--no-owner", "--no-privileges", "--no-tablespaces", "--no-security-labels"));
    }
    var list = restoring.isWhole() ? null : withoutForeignKeys(file, started);
    try {
      if (list != null) {
        command.add("--use-list=" + list);
      }
      command.add(file.toString());
      var said = run(command, restoring.connection(), started);
      if (said.exit() != 0) {
        throw new ArchiveNotRestored(target, said.words());
      }
    } finally {
      delete(list);
    }
  }

  /// A name may have characters that mean something in a connection string.
  private static String name(String database) {
    return "dbname='"
        + database.replace("\\", "\\\\").replace("'", "\\'")
        + "' "
        + PgDumpProgram.KEPT_ALIVE;
  }

  private Path withoutForeignKeys(Path file, Consumer<Process> started) {
    var said = run(List.of(restore.toString(), "--list", file.toString()), Map.of(), started);
    if (said.exit() != 0) {
      throw new ArchiveNotRestored(file.toString(), said.words());
    }
    try {
      var list = Files.createTempFile("deed-restore-", ".list");
      Files.write(list, said.out().lines().filter(l -> !FOREIGN_KEY.matcher(l).matches()).toList());
      return list;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(@Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private record Said(int exit, String out, String words) {}

  private static Said run(
      List<String> command, Map<String, String> connection, Consumer<Process> started) {
    var builder = new ProcessBuilder(command);
    var variables = builder.environment();
    variables.remove("PGSERVICE");
    var own = new HashMap<>(connection);
    own.putIfAbsent("PGCONNECT_TIMEOUT", "15");
    variables.putAll(own);
    variables.put("LC_ALL", "C");
    try {
      var process = builder.start();
      started.accept(process);
      process.getOutputStream().close();
      var errors = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
      var out = read(process.getInputStream());
      var exit = process.waitFor();
      var password = connection.getOrDefault("PGPASSWORD", "");
      var words = errors.join().strip();
      var said = words.isEmpty() && exit != 0 ? DumpProcess.silent(exit) : words;
      return new Said(exit, out, password.length() < 3 ? said : said.replace(password, "***"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String read(java.io.InputStream stream) {
    try {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
