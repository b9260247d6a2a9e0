package dev.deed.engine.find;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/// Scripts such as `patch-users.sql`, all named with the same first word: a program knows when it
/// runs which of them, and their names say no order.
public final class Patches {

  private static final Pattern NAME =
      Pattern.compile("(?i)(patch|update|upgrade|alter|migrate|migration|change)[._-].*");
  private static final Pattern NUMBERED = Pattern.compile("[A-Za-z]+[._-]v?\\d.*");
  private static final int FEWEST = 3;

  private Patches() {}

  /// @param paths of scripts of one folder
  public static boolean are(Collection<String> paths) {
    var words =
        paths.stream()
            .map(RepositoryFile::nameOf)
            .map(name -> {
              var match = NAME.matcher(name);
              return match.matches() ? match.group(1).toLowerCase(Locale.ROOT) : "";
            })
            .collect(toSet());
    return paths.size() >= FEWEST
        && words.size() == 1
        && !words.contains("")
        && paths.stream()
            .noneMatch(path -> NUMBERED.matcher(RepositoryFile.nameOf(path)).matches());
  }
}
