package dev.deed.engine.file;

import dev.deed.engine.Version;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version reserved until its file is written: a hidden file reserves it among those of the
/// database. A reservation left by a killed program costs one version and nothing else.
record ReservedVersion(Version version, Path place) implements AutoCloseable {

  private static final Pattern PLACE = Pattern.compile("\\.([0-9]{1,40})\\.new");

  static ReservedVersion in(Path folder, Instant now) throws IOException {
    while (true) {
      var taken = written(folder, now);
      taken.addAll(reserved(folder));
      var version = NextVersion.after(taken, now);
      var place = folder.resolve("." + version + ".new");
      try {
        Files.createFile(place);
      } catch (FileAlreadyExistsException e) {
        continue;
      }
      var ours = new ReservedVersion(version, place);
      // Another process may have written a file and released its reservation since the last look.
      if (written(folder, now).stream().allMatch(v -> v.compareTo(version) < 0)) {
        return ours;
      }
      ours.close();
    }
  }

  private static List<Version> reserved(Path folder) throws IOException {
    return namesIn(folder).stream()
        .map(PLACE::matcher)
        .filter(Matcher::matches)
        .map(match -> new Version(match.group(1)))
        .toList();
  }

  /// Of all services, including files next to their folders; not the ones that are wrong.
  private static List<Version> written(Path folder, Instant now) throws IOException {
    var versions = new ArrayList<Version>();
    for (var name : namesIn(folder)) {
      var inside = Files.isDirectory(folder.resolve(name)) ? folder.resolve(name) : null;
      for (var file : inside == null ? List.of(name) : namesIn(inside)) {
        FileName.of(file)
            .map(FileName::version)
            .filter(version -> !version.isFarAhead(now))
            .ifPresent(versions::add);
      }
    }
    return versions;
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(place);
  }
}
