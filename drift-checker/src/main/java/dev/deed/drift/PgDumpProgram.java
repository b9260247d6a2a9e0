package dev.deed.drift;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
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
/// @param version major and minor as it tells them: `15.18`
record PgDumpProgram(Path path, String version, int major) {

  /// Where packages put the versions that are not on the path.
  private static final List<String> FOLDERS =
      List.of(
          "/usr/lib/postgresql/*/bin",
          "/usr/pgsql-*/bin",
          "/opt/homebrew/opt/libpq/bin",
          "/opt/homebrew/opt/postgresql@*/bin",
          "/usr/local/opt/libpq/bin",
          "/usr/local/opt/postgresql@*/bin",
          "/Library/PostgreSQL/*/bin");

  private static final Pattern VERSION = Pattern.compile("\\b((\\d+)(?:\\.\\d+|[a-z]+\\d*)*)");

  /// The newest one of `DEED_PG_DUMP` (which alone counts if it is set), the `PATH` and the usual
  /// folders.
  static Optional<PgDumpProgram> newest(Map<String, String> environment) {
    return candidates(environment).stream()
        .flatMap(path -> PgDumpProgram.at(path).stream())
        .max(Comparator.comparingInt(PgDumpProgram::major));
  }

  private static Set<Path> candidates(Map<String, String> environment) {
    var chosen = environment.get("DEED_PG_DUMP");
    if (chosen != null && !chosen.isBlank()) {
      return Set.of(Path.of(chosen));
    }
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
    try {
      var process =
          new ProcessBuilder(path.toString(), "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var version = VERSION.matcher(output);
      if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0 || !version.find()) {
        return Optional.empty();
      }
      var major = Integer.parseInt(version.group(2));
      return Optional.of(new PgDumpProgram(path, version.group(1), major));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
