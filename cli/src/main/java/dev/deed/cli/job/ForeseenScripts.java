package dev.deed.cli.job;

import dev.deed.engine.Direction;
import dev.deed.engine.Migration;
import dev.deed.engine.Migrations;
import dev.deed.engine.Version;
import dev.deed.ownership.Database;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.ObjectOwner;
import dev.deed.ownership.check.ObjectOwners;
import dev.deed.ownership.check.ServiceScript;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectName;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What reading the scripts of one database says they will do: for a comparison with what they did.
final class ForeseenScripts {

  private final Map<Version, ServiceScript> ups = new HashMap<>();
  private final Map<Version, ServiceScript> downs = new HashMap<>();
  private final ObjectOwners owners;
  private final List<String> searchPath;
  private final Function<Version, ForeseenScripts> until;

  ForeseenScripts(Project project, Migrations migrations, Database database) {
    var all = migrations.of(database.name());
    this.until =
        last ->
            new ForeseenScripts(
                project,
                new Migrations(
                    all.stream().filter(m -> m.version().compareTo(last) <= 0).toList(),
                    migrations.findings()),
                database);
    var replay = MigrationReplay.of(migrations, project.ownership().map(), database);
    this.owners = replay.owners();
    this.searchPath = database.searchPath();
    for (var i = 0; i < all.size(); i++) {
      ups.put(all.get(i).version(), replay.ups().get(i));
    }
    var read = replay.downs().iterator();
    all.reversed().stream()
        .filter(migration -> migration.down() != null)
        .forEach(migration -> downs.put(migration.version(), read.next()));
  }

  /// As if the migration were the last one. Downs are read from the last one backwards, and beyond
  /// a later migration that has none, less is known.
  ForeseenScripts until(Migration last) {
    return until.apply(last.version());
  }

  List<String> searchPath() {
    return searchPath;
  }

  ObjectOwners owners() {
    return owners;
  }

  @Nullable Service ownerOf(ObjectName object) {
    return owners.ownerOf(object).orElse(null);
  }

  Optional<ServiceScript> script(Version version, Direction direction) {
    return Optional.ofNullable((direction == Direction.DOWN ? downs : ups).get(version));
  }

  /// The strongest lock on a relation, whatever its kind.
  @Nullable LockMode lock(Version version, Direction direction, ObjectName relation) {
    return touches(version, direction)
        .filter(touch -> isOf(touch.object(), relation.name()))
        .map(ObjectAccess::lock)
        .filter(Objects::nonNull)
        .reduce(LockMode::strongest)
        .orElse(null);
  }

  private static boolean isOf(ObjectName object, QualifiedName relation) {
    return (object.kind().isRelation() || object.kind().isPartOfRelation())
        && object.name().equals(relation);
  }

  /// Tables that both directions change, or write rows of.
  Set<QualifiedName> changedTables(Migration migration) {
    var tables = new TreeSet<QualifiedName>();
    Stream.of(Direction.UP, Direction.DOWN)
        .flatMap(direction -> touches(migration.version(), direction))
        .filter(touch -> touch.access().compareTo(Access.WRITES) <= 0)
        .filter(
            touch -> touch.object().kind().isRelation() || touch.object().kind().isPartOfRelation())
        .forEach(touch -> tables.add(touch.object().name()));
    return tables;
  }

  /// Whether one of both directions writes rows.
  boolean writesRows(Migration migration) {
    return Stream.of(Direction.UP, Direction.DOWN)
        .flatMap(direction -> touches(migration.version(), direction))
        .anyMatch(touch -> touch.access() == Access.WRITES);
  }

  /// Objects of the whole server that it makes, changes or drops, in words.
  List<String> ofServer(Migration migration, Set<Direction> directions) {
    Predicate<ObjectAccess> isOfServer =
        touch ->
            touch.access() == Access.DEFINES
                && owners.of(touch.object()) instanceof ObjectOwner.Cluster;
    var found = new LinkedHashSet<String>();
    directions.stream()
        .flatMap(direction -> touches(migration.version(), direction))
        .filter(isOfServer)
        .forEach(touch -> found.add(touch.object().words()));
    return List.copyOf(found);
  }

  private Stream<ObjectAccess> touches(Version version, Direction direction) {
    return script(version, direction).stream()
        .flatMap(script -> script.resolved().stream())
        .flatMap(resolved -> resolved.touches().stream());
  }
}
