package dev.deed.engine;

import dev.deed.sql.Nearest;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Finds the one version that a typed prefix means.
final class VersionPrefix {

  private static final int MOST = 10;

  private VersionPrefix() {}

  /// @param none the beginning of the message if there is no such version
  static Version resolve(String prefix, SortedSet<Version> versions, String none) {
    var exact = new Version(prefix);
    if (versions.contains(exact)) {
      return exact;
    }
    var meant = new TreeSet<Version>();
    versions.stream().filter(version -> version.startsWith(prefix)).forEach(meant::add);
    if (meant.size() == 1) {
      return meant.getFirst();
    }
    if (meant.isEmpty()) {
      throw new GoalNotFound(none + " with version " + prefix, advice(prefix, versions));
    }
    throw new GoalNotFound(
        "`" + prefix + "` matches " + candidates(meant), "type more digits of the version");
  }

  private static String advice(String prefix, SortedSet<Version> versions) {
    if (versions.isEmpty()) {
      return "there are no versions to choose from";
    }
    return Nearest.of(prefix, versions.stream().map(Version::text).toList())
        .map(version -> "did you mean " + version + "?")
        .orElseGet(() -> "the last one is " + versions.last());
  }

  private static String candidates(SortedSet<Version> meant) {
    var first = meant.stream().limit(MOST).map(Version::text).collect(Collectors.joining(", "));
    return meant.size() <= MOST ? first : first + " and " + (meant.size() - MOST) + " more";
  }
}
