package dev.deed.engine;

import java.util.SortedSet;
import java.util.TreeSet;

/// Finds the one version that a typed text means.
final class Prefix {

  private Prefix() {}

  /// @param none begins the message where there is no such version
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
      throw new GoalNotFound(
          none + " with version " + prefix,
          versions.isEmpty()
              ? "It has none at all."
              : "The last one is " + versions.getLast() + ".");
    }
    throw new GoalNotFound(
        "`" + prefix + "` may mean " + Planner.list(meant), "Type more of the version.");
  }
}
