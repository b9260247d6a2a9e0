package dev.deed.engine.find;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// Programs between migrations in SQL, with a version as theirs have it: `0012_fill.py` between
/// `0011_add.sql` and `0013_drop.sql`. What runs the SQL runs them too, in its own way.
public final class VersionedPrograms {

  private static final Pattern NAME =
      Pattern.compile(
          "[vV]?\\d+(?:[._-]\\d+)*[._-]*(?!.*[._-](?:d|test|spec|down)\\.)[A-Za-z_].*"
              + "\\.(?:py|[cm]?[jt]s|rb|exs?|php|go|rs|sh|bash|kts?|java|pl|cs|clj)");
  private static final Pattern NUMBERED = Pattern.compile("[vV]?\\d.*");

  private VersionedPrograms() {}

  /// @param paths of all files
  /// @param scripts those of them that are migrations in SQL
  public static List<String> among(Collection<String> paths, Collection<String> scripts) {
    var folders =
        scripts.stream()
            .filter(script -> NUMBERED.matcher(RepositoryFile.nameOf(script)).matches())
            .map(RepositoryFile::folderOf)
            .collect(toSet());
    return paths.stream()
        .filter(path -> folders.contains(RepositoryFile.folderOf(path)))
        .filter(path -> NAME.matcher(RepositoryFile.nameOf(path)).matches())
        .toList();
  }

  /// The path without the ending, and without a direction.
  public static String stem(String path) {
    return path.substring(0, path.lastIndexOf('.')).replaceFirst("[._-]up$", "");
  }
}
