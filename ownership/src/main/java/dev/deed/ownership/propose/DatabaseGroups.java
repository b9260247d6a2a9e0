package dev.deed.ownership.propose;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Tool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which folders of migrations are for one database: those that use each other's tables, and the
/// apps of one Django project.
final class DatabaseGroups {

  private final List<SourceFacts> sources;
  private final List<List<SourceFacts>> groups = new ArrayList<>();

  private DatabaseGroups(List<SourceFacts> sources) {
    this.sources = sources;
  }

  /// Those with the most files first.
  static List<List<SourceFacts>> of(List<SourceFacts> sources) {
    var groups = new DatabaseGroups(sources);
    sources.forEach(source -> groups.groups.add(new ArrayList<>(List.of(source))));
    groups.join();
    return groups.groups;
  }

  private void join() {
    for (var isJoined = true; isJoined; ) {
      isJoined = false;
      for (var i = 0; i < groups.size() && !isJoined; i++) {
        for (var j = i + 1; j < groups.size() && !isJoined; j++) {
          if (belong(groups.get(i), groups.get(j))) {
            groups.get(i).addAll(groups.remove(j));
            isJoined = true;
          }
        }
      }
    }
  }

  private boolean belong(List<SourceFacts> one, List<SourceFacts> other) {
    var isDjango = isOf(Tool.DJANGO, one) && isOf(Tool.DJANGO, other);
    return isDjango
        || areParts(one, other)
        || (Collections.disjoint(versions(one), versions(other))
            && (needs(one, other) || needs(other, one)));
  }

  /// Folders such as `versions/1.0` and `versions/1.1`.
  private static boolean areParts(List<SourceFacts> one, List<SourceFacts> other) {
    var parent = partOf(one.getFirst());
    return !parent.isEmpty()
        && one.getFirst().tool() == other.getFirst().tool()
        && parent.equals(partOf(other.getFirst()))
        && (Collections.disjoint(versions(one), versions(other))
            || (areUnread(one) && areUnread(other)));
  }

  private static boolean areUnread(List<SourceFacts> group) {
    return group.stream().allMatch(source -> source.unread() == source.files().size());
  }

  /// The folder above one that is named for a version, else nothing.
  private static String partOf(SourceFacts source) {
    var slash = source.path().lastIndexOf('/');
    return slash > 0 && source.path().substring(slash + 1).matches("[vV]?\\d[\\d._-]*")
        ? source.path().substring(0, slash)
        : "";
  }

  private static boolean isOf(Tool tool, List<SourceFacts> group) {
    return group.stream().allMatch(source -> source.tool() == tool);
  }

  private static Set<String> versions(List<SourceFacts> group) {
    var versions = new HashSet<String>();
    group.forEach(source -> versions.addAll(source.reach().versions()));
    return versions;
  }

  /// A table that several folders create shows nothing about which of them is meant.
  private boolean needs(List<SourceFacts> user, List<SourceFacts> maker) {
    return user.stream()
        .flatMap(source -> source.reach().needs().stream())
        .anyMatch(table -> makers(table) == 1 && maker.stream().anyMatch(m -> makes(m, table)));
  }

  private long makers(QualifiedName table) {
    return sources.stream().filter(source -> makes(source, table)).count();
  }

  private static boolean makes(SourceFacts source, QualifiedName table) {
    return source.reach().creates().contains(table);
  }
}
