package dev.deed.ownership.propose;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Tool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Which folders of migrations are for one database: those that use each other's tables, the apps
/// of one Django project, a Rails application with its engines, Flyway's SQL and Java of one
/// program, and what all products share next to what PostgreSQL has.
final class DatabaseGroups {

  private static final String RAILS = "db/migrate";
  private static final Set<String> SHARED = Set.of("common", "shared", "all", "generic", "default");

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

  /// Why migrations that use another folder's tables cannot be in its database: a database has one
  /// migration of a version.
  static Optional<String> division(List<SourceFacts> group, List<List<SourceFacts>> all) {
    var groups = new DatabaseGroups(all.stream().flatMap(List::stream).toList());
    for (var other : all) {
      var shared = new TreeSet<>(versions(group));
      shared.retainAll(versions(other));
      if (!other.equals(group) && !shared.isEmpty() && groups.needs(group, other)) {
        return Optional.of(
            "%s uses tables of %s, and both have a version %s, so they are two databases here: give one of them versions after the other's, and list both in sources of one database"
                .formatted(path(group), path(other), shared.first()));
      }
    }
    return Optional.empty();
  }

  private static String path(List<SourceFacts> group) {
    var path = group.getFirst().path();
    return path.isEmpty() ? "." : path;
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
        || areOfOneRails(one, other)
        || areOfOneFlyway(one, other)
        || areShared(one.getFirst(), other.getFirst())
        || areShared(other.getFirst(), one.getFirst())
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

  /// An application runs the migrations of the engines and plugins in its folder.
  private static boolean areOfOneRails(List<SourceFacts> one, List<SourceFacts> other) {
    return isOf(Tool.RAILS, one)
        && isOf(Tool.RAILS, other)
        && one.stream()
            .anyMatch(a ->
                other.stream()
                    .anyMatch(b -> holds(a.path(), b.path()) || holds(b.path(), a.path())));
  }

  private static boolean holds(String application, String engine) {
    return application.endsWith(RAILS)
        && (engine.endsWith(RAILS)
            || engine.equals(application.replaceFirst("migrate$", "post_migrate")))
        && ("/" + engine)
            .startsWith(
                ("/" + application).substring(0, application.length() - RAILS.length() + 1));
  }

  /// Java next to SQL: what it does is not read, so it shows no tables.
  private static boolean areOfOneFlyway(List<SourceFacts> one, List<SourceFacts> other) {
    return isOf(Tool.FLYWAY, one)
        && isOf(Tool.FLYWAY, other)
        && areUnread(one) != areUnread(other)
        && Collections.disjoint(versions(one), versions(other))
        && program(one.getFirst()).equals(program(other.getFirst()));
  }

  private static String program(SourceFacts source) {
    return ("/" + source.path()).replaceFirst("/src/.*", "");
  }

  /// `common/migrations` next to `postgres/migrations`.
  private static boolean areShared(SourceFacts shared, SourceFacts own) {
    var ones = List.of(shared.path().split("/"));
    var others = List.of(own.path().split("/"));
    if (shared.tool() != own.tool() || ones.size() != others.size()) {
      return false;
    }
    var unlike =
        IntStream.range(0, ones.size()).filter(i -> !ones.get(i).equals(others.get(i))).toArray();
    return unlike.length == 1
        && SHARED.contains(ones.get(unlike[0]).toLowerCase(Locale.ROOT))
        && others.get(unlike[0]).toLowerCase(Locale.ROOT).matches("postgres.*|pg|p?sql|pgsql");
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
