package dev.deed.cli.job;

import dev.deed.engine.Migration;
import dev.deed.engine.Migrations;
import dev.deed.ownership.Database;
import dev.deed.ownership.OwnershipMap;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which services the migrations of a service cannot do without: those that have made or changed an
/// object that they use, and those that they require.
final class ServiceNeeds {

  /// @param needed the service that the other one needs
  /// @param reason in words, with the place
  record Need(ServiceName needed, String reason) {}

  private record Place(DatabaseName database, ObjectName object) {}

  private record Use(ServiceName service, Place place, String where) {}

  private final Map<Place, TreeSet<ServiceName>> definers = new HashMap<>();
  private final List<Use> uses = new ArrayList<>();
  private final Map<ServiceName, Map<ServiceName, String>> needs = new HashMap<>();
  private final Map<ServiceName, String> unknown = new HashMap<>();

  private ServiceNeeds() {}

  static ServiceNeeds of(OwnershipMap map, Migrations migrations) {
    var needs = new ServiceNeeds();
    for (var database : map.databases()) {
      needs.read(map, migrations, database);
    }
    needs.uses.forEach(needs::settle);
    migrations.all().forEach(migration -> needs.require(migration, migrations));
    return needs;
  }

  private void read(OwnershipMap map, Migrations migrations, Database database) {
    var all = migrations.of(database.name());
    if (all.isEmpty()) {
      return;
    }
    var ups = MigrationReplay.of(migrations, map, database).ups();
    for (var i = 0; i < all.size(); i++) {
      var migration = all.get(i);
      if (migration.origin().unread() != null) {
        unknown.putIfAbsent(migration.name().service(), migration.file().path());
      }
      for (var statement : ups.get(i).resolved()) {
        read(database.name(), migration, statement);
      }
    }
    extensions(database.name(), all);
  }

  private void read(DatabaseName database, Migration migration, ResolvedStatement statement) {
    var service = migration.name().service();
    if (!statement.opaque().isEmpty()) {
      unknown.putIfAbsent(service, where(migration, statement.statement().span()));
    }
    Stream.concat(statement.touches().stream(), statement.uses().stream())
        .forEach(access -> read(database, migration, access));
  }

  private void read(DatabaseName database, Migration migration, ObjectAccess access) {
    var service = migration.name().service();
    var where = where(migration, access.span());
    if (access.access() == Access.DEFINES) {
      define(service, new Place(database, access.object()));
    }
    uses.add(new Use(service, new Place(database, access.object()), where));
    var schema = access.object().name().schema();
    if (schema != null) {
      var object = ObjectName.of(ObjectKind.SCHEMA, schema);
      uses.add(new Use(service, new Place(database, object), where));
    }
  }

  private void define(ServiceName service, Place place) {
    definers.computeIfAbsent(place, _ -> new TreeSet<>()).add(service);
  }

  private static String where(Migration migration, Span span) {
    return "%s:%d".formatted(migration.file().path(), span.line());
  }

  /// What comes from an extension is not known, so every service may use it.
  private void extensions(DatabaseName database, List<Migration> all) {
    var services = new TreeSet<ServiceName>();
    all.forEach(migration -> services.add(migration.name().service()));
    List.copyOf(definers.keySet()).stream()
        .filter(place -> place.database().equals(database))
        .filter(place -> place.object().kind() == ObjectKind.EXTENSION)
        .forEach(place ->
            services.forEach(service -> uses.add(new Use(service, place, "any migration"))));
  }

  private void settle(Use use) {
    for (var definer : definers.getOrDefault(use.place(), new TreeSet<>())) {
      need(
          use.service(),
          definer,
          "%s uses %s, which %s defines"
              .formatted(use.where(), use.place().object().words(), definer));
    }
  }

  private void require(Migration migration, Migrations migrations) {
    for (var required : migration.requires()) {
      migrations
          .find(required.database(), required.version())
          .ifPresent(found ->
              need(
                  migration.name().service(),
                  found.name().service(),
                  "%s requires %s".formatted(migration.file().path(), required)));
    }
  }

  private void need(ServiceName service, ServiceName needed, String reason) {
    if (!service.equals(needed)) {
      needs.computeIfAbsent(service, _ -> new LinkedHashMap<>()).putIfAbsent(needed, reason);
    }
  }

  List<Need> of(ServiceName service) {
    return needs.getOrDefault(service, Map.of()).entrySet().stream()
        .map(entry -> new Need(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// The first place in its migrations that may need anything.
  Optional<String> unknownOf(ServiceName service) {
    @Nullable String place = unknown.get(service);
    return Optional.ofNullable(place);
  }

  /// The services whose migrations have made or changed such a table.
  TreeSet<ServiceName> definers(DatabaseName database, Predicate<QualifiedName> isMeant) {
    var found = new TreeSet<ServiceName>();
    definers.forEach((place, services) -> {
      if (place.database().equals(database)
          && place.object().kind() == ObjectKind.TABLE
          && isMeant.test(place.object().name())) {
        found.addAll(services);
      }
    });
    return found;
  }
}
