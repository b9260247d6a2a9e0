package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The pending migrations of one database, up to the requested goal.
final class PendingPlan {

  private final DatabaseName database;
  private final List<Migration> everywhere;
  private final List<Migration> ordered;
  private final History history;
  private final boolean abandonedToo;
  private final Set<Version> byTools = new HashSet<>();

  /// @param everywhere the migrations of all databases, in their order
  /// @param abandonedToo choose also what was abandoned and not changed since
  PendingPlan(
      DatabaseName database, List<Migration> everywhere, History history, boolean abandonedToo) {
    this.abandonedToo = abandonedToo;
    this.database = database;
    this.everywhere = everywhere;
    this.ordered = everywhere.stream().filter(m -> m.name().database().equals(database)).toList();
    this.history = history;
    for (var tool : history.tools()) {
      byTools.addAll(ToolProgress.of(tool, ordered).current());
    }
  }

  /// @param migrations in the order in which they run
  /// @param notices migrations that were included without being asked for, and those left out
  ///   because a service was chosen
  record Choice(List<Migration> migrations, List<String> notices) {}

  Choice choose(Wish wish) {
    var service = wish.service();
    var pending = ordered.stream().filter(this::isPending).filter(m -> isOf(service, m)).toList();
    var chosen =
        switch (wish.goal()) {
          case Goal.Head head -> pending;
          case Goal.Forward forward -> pending.stream().limit(forward.count()).toList();
          case Goal.At at -> upTo(versionOf(at), pending);
          case Goal.Backward backward -> throw notAhead(backward);
          case Goal.Base base -> throw notAhead(base);
        };
    var all = withRequired(wish, chosen);
    return new Choice(all, notices(service, chosen, all));
  }

  private boolean isPending(Migration migration) {
    if (byTools.contains(migration.version()) && !history.isDone(migration.version())) {
      return abandonedToo && !migration.origin().isOfDeed();
    }
    return history
        .find(migration.version())
        .map(row ->
            row.isDone() ? row.isOutdated(migration) : abandonedToo || !row.isLeftAlone(migration))
        .orElse(true);
  }

  private static boolean isOf(@Nullable ServiceName service, Migration migration) {
    return service == null || migration.name().service().equals(service);
  }

  private List<String> notices(
      @Nullable ServiceName service, List<Migration> chosen, List<Migration> all) {
    var notices = new ArrayList<String>();
    var asked = places(chosen);
    for (var migration : all) {
      if (!asked.contains(migration.place())) {
        notices.add(migration.name().words() + " is included: " + why(migration));
      }
    }
    if (service != null) {
      leftOut(service, all).ifPresent(notices::add);
    }
    return notices;
  }

  private static Set<Requirement> places(List<Migration> migrations) {
    return migrations.stream().map(Migration::place).collect(Collectors.toCollection(HashSet::new));
  }

  private String why(Migration migration) {
    return everywhere.stream()
        .filter(m -> m.requires().contains(migration.place()))
        .findFirst()
        .map(m -> m.name().words() + " requires it")
        .orElse("a later migration of its service is required");
  }

  private Optional<String> leftOut(ServiceName service, List<Migration> all) {
    var taken = places(all);
    var count =
        ordered.stream()
            .filter(this::isPending)
            .filter(m -> !isOf(service, m) && !taken.contains(m.place()))
            .count();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            (count == 1 ? "1 pending migration" : count + " pending migrations")
                + " of other services "
                + (count == 1 ? "is" : "are")
                + " left out");
  }

  private static List<Migration> upTo(Version version, List<Migration> pending) {
    return pending.stream()
        .filter(migration -> migration.version().compareTo(version) <= 0)
        .toList();
  }

  private Version versionOf(Goal.At at) {
    var versions = new TreeSet<Version>();
    ordered.forEach(migration -> versions.add(migration.version()));
    return VersionPrefix.resolve(
        at.prefix(), versions, "database " + database + " has no migration file");
  }

  /// Adds the migrations that the chosen ones require, whichever service owns them. If a whole
  /// service was chosen, this includes the requirements of its migrations in other databases.
  private List<Migration> withRequired(Wish wish, List<Migration> chosen) {
    var isWhole = wish.service() != null && wish.goal() instanceof Goal.Head;
    var pool = isWhole ? everywhere : ordered;
    var wanted = places(chosen);
    if (isWhole) {
      everywhere.stream()
          .filter(migration -> isOf(wish.service(), migration))
          .forEach(migration -> wanted.add(migration.place()));
    }
    for (var before = -1; before != wanted.size(); ) {
      before = wanted.size();
      pool.stream()
          .filter(migration -> wanted.contains(migration.place()))
          .flatMap(migration -> migration.requires().stream())
          .toList()
          .forEach(requirement -> addWithEarlier(requirement, pool, wanted));
    }
    return ordered.stream()
        .filter(migration -> wanted.contains(migration.place()))
        .filter(this::isPending)
        .toList();
  }

  /// A service's migrations run in order, so the earlier ones of the same service are included,
  /// too.
  private static void addWithEarlier(
      Requirement place, List<Migration> pool, Set<Requirement> wanted) {
    for (var required : pool) {
      if (required.place().equals(place)) {
        pool.stream()
            .filter(m -> m.name().database().equals(place.database()))
            .filter(m -> m.name().service().equals(required.name().service()))
            .filter(m -> m.version().compareTo(place.version()) <= 0)
            .forEach(m -> wanted.add(m.place()));
      }
    }
  }

  private GoalNotFound notAhead(Goal goal) {
    return new GoalNotFound(
        "`" + goal.text() + "` is not a forward goal in database " + database,
        "type head, +N or a version; to go back, type deed rollback --to " + goal.text());
  }
}
