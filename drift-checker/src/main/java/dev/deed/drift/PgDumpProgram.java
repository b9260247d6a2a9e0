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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One `pg_dump` on this machine.
///
/// @param version major and minor as it reports them: `15.18`
record PgDumpProgram(Path path, String version, int major) {

  private static final String VARIABLE = "DEED_PG_DUMP";

  /// Where packages install versions that are not on the `PATH`.
  private static final List<String> FOLDERS =
      List.of(
          // Debian and Ubuntu, Red Hat and SUSE, Gentoo, Alpine, from source
          "/usr/lib/postgresql/*/bin",
          "/usr/pgsql-*/bin",
          "/usr/lib/postgresql*/bin",
          "/usr/lib64/postgresql-*/bin",
          "/usr/libexec/postgresql*",
          "/usr/local/pgsql/bin",
          // Homebrew, MacPorts, Postgres.app, EDB
          "/opt/homebrew/opt/libpq/bin",
          "/opt/homebrew/opt/postgresql@*/bin",
          "/usr/local/opt/libpq/bin",
          "/usr/local/opt/postgresql@*/bin",
          "/home/linuxbrew/.linuxbrew/opt/libpq/bin",
          "/opt/local/lib/postgresql*/bin",
          "/Applications/Postgres.app/Contents/Versions/*/bin",
          "/Library/PostgreSQL/*/bin",
          "/opt/PostgreSQL/*/bin",
          "C:/Program Files/PostgreSQL/*/bin");

  /// Which program is named by what, where a user names one.
  private static final String OPTION = "--pg-dump";

  /// Part of a connection string, for which there are no variables: the other side is asked whether
  /// it is there, as in deed's own connections, and so is what does not take the data.
  static final String KEPT_ALIVE =
      "keepalives_idle=30 keepalives_interval=10 keepalives_count=3 tcp_user_timeout=60000";

  private static final int PATIENCE_SECONDS = 10;

  private static final Pattern VERSION =
      Pattern.compile("^pg_dump\\b.*?\\b((\\d+)(?:\\.\\d+|[a-z]+\\d*)*)");

  /// The newest one of `DEED_PG_DUMP` (only this one counts if it is set), the `PATH` and the usual
  /// folders.
  ///
  /// @throws PgDumpNotUsable if `DEED_PG_DUMP` does not name one
  static Optional<PgDumpProgram> newest(Map<String, String> environment) {
    return newest(environment, null);
  }

  /// @param named the only one that counts, before the variable; null if none is named
  static Optional<PgDumpProgram> newest(Map<String, String> environment, @Nullable String named) {
    if (named != null) {
      return Optional.of(chosen(OPTION, named));
    }
    var variable = environment.getOrDefault(VARIABLE, "");
    return variable.isBlank() ? found(environment) : Optional.of(chosen(VARIABLE, variable));
  }

  private static PgDumpProgram chosen(String namedBy, String path) {
    try {
      return PgDumpProgram.at(Path.of(path)).orElseThrow(() -> new PgDumpNotUsable(namedBy, path));
    } catch (InvalidPathException e) {
      throw new PgDumpNotUsable(namedBy, path);
    }
  }

  /// The `pg_restore` that is installed with it.
  Optional<Path> restore() {
    return Stream.of("pg_restore", "pg_restore.exe")
        .map(path::resolveSibling)
        .filter(Files::isExecutable)
        .findFirst();
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
        addIfValid(folders, folder);
      }
    }
    FOLDERS.forEach(pattern -> folders.addAll(matching(pattern)));
    var programs = new LinkedHashSet<Path>();
    folders.stream()
        .flatMap(folder -> Stream.of("pg_dump", "pg_dump.exe").map(folder::resolve))
        .filter(Files::isExecutable)
        .forEach(programs::add);
    return programs;
  }

  private static void addIfValid(List<Path> folders, String folder) {
    try {
      folders.add(Path.of(folder));
    } catch (InvalidPathException e) {
      // PATH may have anything in it, and only folders have programs.
      return;
    }
  }

  /// Folders of the form `/parent/name*/bin` or `/parent/name*`.
  static List<Path> matching(String pattern) {
    var star = pattern.indexOf('*');
    if (star < 0) {
      return List.of(Path.of(pattern));
    }
    var parent = pattern.substring(0, pattern.lastIndexOf('/', star));
    var name = pattern.substring(parent.length() + 1, star + 1);
    var inside = pattern.substring(Math.min(star + 2, pattern.length()));
    var found = new ArrayList<Path>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(parent), name)) {
      entries.forEach(entry -> found.add(entry.resolve(inside)));
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
