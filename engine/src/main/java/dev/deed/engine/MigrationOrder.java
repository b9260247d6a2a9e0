package dev.deed.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// The total order of all migrations of all databases: by version, each service in sequence, and
/// every migration after those it requires.
///
/// @param stuck migrations in a circle of requirements, which have no place
record MigrationOrder(List<Migration> migrations, List<Migration> stuck) {

  private static final Comparator<Migration> FIRST =
      Comparator.comparing(Migration::version)
          .thenComparing(migration -> migration.name().database())
          .thenComparing(migration -> migration.file().path());

  static MigrationOrder of(Migrations migrations) {
    return new Sorting(migrations.all()).sort();
  }

  private static final class Sorting {

    private final List<Migration> all;
    private final Map<Migration, List<Migration>> followers = new IdentityHashMap<>();
    private final Map<Migration, Integer> waitingFor = new IdentityHashMap<>();

    Sorting(List<Migration> all) {
      this.all = all;
    }

    MigrationOrder sort() {
      connect();
      var ready = new PriorityQueue<>(FIRST);
      all.stream().filter(migration -> waits(migration) == 0).forEach(ready::add);
      var order = new ArrayList<Migration>(all.size());
      while (!ready.isEmpty()) {
        var next = ready.remove();
        order.add(next);
        for (var follower : followers.getOrDefault(next, List.of())) {
          waitingFor.merge(follower, -1, Integer::sum);
          if (waits(follower) == 0) {
            ready.add(follower);
          }
        }
      }
      var stuck = all.stream().filter(migration -> waits(migration) > 0).toList();
      return new MigrationOrder(order, stuck);
    }

    private void connect() {
      Map<Requirement, Migration> places = new HashMap<>();
      Map<String, Migration> lastOfService = new HashMap<>();
      all.stream()
          .sorted(FIRST)
          .forEach(migration -> {
            var name = migration.name();
            places.putIfAbsent(new Requirement(name.database(), name.version()), migration);
            var before = lastOfService.put(name.database() + "\0" + name.service(), migration);
            if (before != null) {
              follow(before, migration);
            }
          });
      for (var migration : all) {
        for (var requirement : migration.requires()) {
          var required = places.get(requirement);
          if (required != null) {
            follow(required, migration);
          }
        }
      }
    }

    private void follow(Migration first, Migration then) {
      followers.computeIfAbsent(first, key -> new ArrayList<>()).add(then);
      waitingFor.merge(then, 1, Integer::sum);
    }

    private int waits(Migration migration) {
      return waitingFor.getOrDefault(migration, 0);
    }
  }
}
