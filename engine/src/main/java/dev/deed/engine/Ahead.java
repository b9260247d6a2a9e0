package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What is pending in one database, as far as was wished.
final class Ahead {

  private final DatabaseName database;
  private final List<Migration> ordered;
  private final History history;

  Ahead(DatabaseName database, List<Migration> ordered, History history) {
    this.database = database;
    this.ordered = ordered;
    this.history = history;
  }

  List<Migration> pending(Planner.Wish wish) {
    var pending =
        ordered.stream()
            .filter(migration -> !history.isDone(migration.version()))
            .filter(migration ->
                wish.service() == null || migration.name().service().equals(wish.service()))
            .toList();
    var chosen =
        switch (wish.goal()) {
          case Goal.Head head -> pending;
          case Goal.Forward forward -> Planner.firstOf(pending, forward.count());
          case Goal.At at -> upTo(versionOf(at), pending);
          case Goal.Backward backward -> throw notAhead(backward);
          case Goal.Base base -> throw notAhead(base);
        };
    return withRequired(chosen);
  }

  private static List<Migration> upTo(Version version, List<Migration> pending) {
    return pending.stream()
        .filter(migration -> migration.version().compareTo(version) <= 0)
        .toList();
  }

  private Version versionOf(Goal.At at) {
    var versions = new TreeSet<Version>();
    ordered.forEach(migration -> versions.add(migration.version()));
    return Prefix.resolve(at.prefix(), versions, "database " + database + " has no migration file");
  }

  /// What the chosen ones require in this database comes along, whoever's it is.
  private List<Migration> withRequired(List<Migration> chosen) {
    Set<Version> wanted = new HashSet<>();
    chosen.forEach(migration -> wanted.add(migration.version()));
    for (var before = -1; before != wanted.size(); ) {
      before = wanted.size();
      ordered.stream()
          .filter(migration -> wanted.contains(migration.version()))
          .flatMap(migration -> migration.requires().stream())
          .filter(requirement -> requirement.database().equals(database))
          .forEach(requirement -> addWithEarlier(requirement.version(), wanted));
    }
    Predicate<Migration> isPending = migration -> !history.isDone(migration.version());
    return ordered.stream()
        .filter(migration -> wanted.contains(migration.version()))
        .filter(isPending)
        .toList();
  }

  /// A service's migrations do not overtake each other, so its earlier ones come along, too.
  private void addWithEarlier(Version version, Set<Version> wanted) {
    ordered.stream()
        .filter(migration -> migration.version().equals(version))
        .map(migration -> migration.name().service())
        .findFirst()
        .ifPresent(service ->
            ordered.stream()
                .filter(migration -> migration.name().service().equals(service))
                .filter(migration -> migration.version().compareTo(version) <= 0)
                .forEach(migration -> wanted.add(migration.version())));
  }

  private GoalNotFound notAhead(Goal goal) {
    return new GoalNotFound(
        "`" + goal.text() + "` is not ahead of " + database,
        "Type head, +N or a version; to go back, type deed rollback --to " + goal.text() + ".");
  }
}
