package dev.deed.drift;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// One `pg_dump` on this machine.
///
/// @param version major and minor as it reports them: `15.18`
record PgDumpProgram(Path path, String version, int major) {

  private static final String VARIABLE = "DEED_PG_DUMP";

  /// Where packages install versions that are not on the `PATH`.
  private static final List<String> FOLDERS =
      List.of(
          "/usr/lib/postgresql/*/bin",
          "/usr/pgsql-*/bin",
          "/opt/homebrew/opt/libpq/bin",
          "/opt/homebrew/opt/postgresql@*/bin",
          "/usr/local/opt/libpq/bin",
          "/usr/local/opt/postgresql@*/bin",
          "/Library/PostgreSQL/*/bin");

  private static final int PATIENCE_SECONDS = 10;

  private static final Pattern VERSION =
      Pattern.compile("^pg_dump\\b.*?\\b((\\d+)(?:\\.\\d+|[a-z]+\\d*)*)");

  /// The newest one of `DEED_PG_DUMP` (only this one counts if it is set), the `PATH` and the usual
  /// folders.
  ///
  /// @throws PgDumpNotUsable if `DEED_PG_DUMP` does not name one
  static Optional<PgDumpProgram> newest(Map<String, String> environment) {
    var chosen = environment.getOrDefault(VARIABLE, "");
    return chosen.isBlank() ? found(environment) : Optional.of(chosen(chosen));
  }

  private static PgDumpProgram chosen(String path) {
    try {
      return PgDumpProgram.at(Path.of(path)).orElseThrow(() -> new PgDumpNotUsable(VARIABLE, path));
    } catch (InvalidPathException e) {
      throw new PgDumpNotUsable(VARIABLE, path);
    }
  }

  private static Optional<PgDumpProgram> found(Map<String, String> environment) {
    return candidates(environment).stream()
        .flatMap(path -> PgDumpProgram.at(path).stream())
        .max(Comparator.comparingInt(PgDumpProgram::major));
  }

  private static Set<Path> candidates(Map<String, String> environment) {
    var folders = new ArrayList<Path>();
    for (var folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      if (!folder.isEmpty()) {
        folders.add(Path.of(folder));
      }
    }
    FOLDERS.forEach(pattern -> folders.addAll(matching(pattern)));
    var programs = new LinkedHashSet<Path>();
    folders.stream()
        .map(folder -> folder.resolve("pg_dump"))
        .filter(Files::isExecutable)
        .forEach(programs::add);
    return programs;
  }

  /// Folders of the form `/parent/name*/bin`.
  private static List<Path> matching(String pattern) {
    var star = pattern.indexOf('*');
    if (star < 0) {
      return List.of(Path.of(pattern));
    }
    var parent = Path.of(pattern.substring(0, pattern.lastIndexOf('/', star)));
    var name = pattern.substring(parent.toString().length() + 1, star + 1);
    var found = new ArrayList<Path>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, name)) {
      entries.forEach(entry -> found.add(entry.resolve("bin")));
    } catch (IOException e) {
      return List.of();
    }
    return found;
  }

  private static Optional<PgDumpProgram> at(Path path) {
    Process process = null;
    try {
      process = new ProcessBuilder(path.toString(), "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        return Optional.empty();
      }
      // One line fits into the pipe's buffer, so it is safe to wait for the program before reading.
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return of(path, said);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }

  private static Optional<PgDumpProgram> of(Path path, String said) {
    var version = VERSION.matcher(said);
    return version.find()
        ? Optional.of(new PgDumpProgram(path, version.group(1), Integer.parseInt(version.group(2))))
        : Optional.empty();
  }
}
