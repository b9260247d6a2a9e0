package dev.deed.cli.job;

import dev.deed.engine.Migration;
import dev.deed.engine.Migrations;
import dev.deed.engine.Section;
import dev.deed.engine.file.InOrder;
import dev.deed.lint.LintedUp;
import dev.deed.lint.Linter;
import dev.deed.lint.rule.LintFinding;
import dev.deed.lint.rule.LintSettings;
import dev.deed.ownership.Database;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.check.ObjectOwners;
import dev.deed.ownership.check.OwnershipWatcher;
import dev.deed.ownership.check.ServiceScript;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.ReplayWatcher;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.script.Script;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// All migrations of one database, replayed in order, followed by all downs in reverse: each down
/// is applied to the state that a complete rollback would bring it to.
///
/// @param downs of all of them, or down to the first migration in a scope: no earlier one is asked
/// @param judged ups and downs of the migrations in a scope, of which ownership is asked
/// @param schema the schema after the ups
/// @param owners who owns what after the ups
/// @param remarks the linter's findings on ups and downs
record MigrationReplay(
    List<ServiceScript> ups,
    List<ServiceScript> downs,
    List<ServiceScript> judged,
    Schema schema,
    ObjectOwners owners,
    List<LintFinding> remarks) {

  /// Replays without linting.
  static MigrationReplay of(Migrations migrations, OwnershipMap map, Database database) {
    var linting = new LintSettings(database.postgres(), true, false, Map.of());
    var all = migrations.of(database.name());
    var reading = Reading.of(all, map, database, linting, Scope.NONE);
    return of(all, all, reading, SchemaReader::schema);
  }

  /// Replays with the linter. The schema's expressions must not be compared: see
  /// `SchemaReader.objects`.
  ///
  /// @param scope selects the migrations to lint
  static MigrationReplay of(
      Migrations migrations,
      OwnershipMap map,
      Database database,
      LintSettings linting,
      Scope scope) {
    var all = scope.inOrder(database.name(), migrations.of(database.name()));
    var reading = Reading.of(all, map, database, linting, scope);
    return of(all, fromFirst(all, reading.judges()), reading, SchemaReader::objects);
  }

  private static List<Migration> fromFirst(List<Migration> all, Predicate<Migration> asked) {
    var first = 0;
    while (first < all.size() && !asked.test(all.get(first))) {
      first++;
    }
    return all.subList(first, all.size());
  }

  /// @param undone those whose downs are read, the last ones
  private static MigrationReplay of(
      List<Migration> all,
      List<Migration> undone,
      Reading reading,
      Function<SchemaReader, Schema> snapshot) {
    var cores = InOrder.onAllCores();
    var ups = new ArrayList<ServiceScript>();
    cores.each(all, MigrationReplay::upParsed, migration -> ups.add(reading.up(migration)));
    var schema = snapshot.apply(reading.reader());
    var owners = reading.ownership().owners(schema);
    var downs = new ArrayList<ServiceScript>();
    cores.each(
        undone.reversed(),
        MigrationReplay::downParsed,
        migration -> {
          var down = migration.down();
          if (down != null) {
            downs.add(reading.down(migration, down));
          } else {
            // No rollback comes past it: the downs of older migrations start from another schema.
            reading.reader().doubtAll();
          }
        });
    return new MigrationReplay(ups, downs, reading.judged(), schema, owners, reading.remarks());
  }

  /// Both ways.
  static Migration parsed(Migration migration) {
    return downParsed(upParsed(migration));
  }

  private static Migration upParsed(Migration migration) {
    migration.up().script();
    return migration;
  }

  private static Migration downParsed(Migration migration) {
    var down = migration.down();
    if (down != null) {
      down.script();
    }
    return migration;
  }

  /// For a comparison of what the ups do.
  EffectsComparison.Scripts scripts() {
    return new EffectsComparison.Scripts(ups, owners);
  }

  List<ServiceScript> upsAndDowns() {
    var scripts = new ArrayList<>(ups);
    scripts.addAll(downs);
    return scripts;
  }

  /// The linter and ownership observe one replay.
  private record Reading(
      SchemaReader reader,
      Linter linter,
      OwnershipWatcher ownership,
      Predicate<Migration> looked,
      Predicate<Migration> judges,
      Map<Migration, LintedUp> ups,
      List<ServiceScript> judged,
      List<LintFinding> remarks) {

    static Reading of(
        List<Migration> all,
        OwnershipMap map,
        Database database,
        LintSettings linting,
        Scope scope) {
      var reader = new SchemaReader(database.searchPath(), database.postgres());
      var live = scope.live().getOrDefault(database.name(), Set.of());
      Predicate<ObjectName> outside = name -> database.isOutside(name) || live.contains(name);
      reader.outside(outside);
      if (new FirstMigrations(all, database).beginWithNothing(map, outside)) {
        reader.startFromNothing();
      }
      return new Reading(
          reader,
          new Linter(reader, linting),
          new OwnershipWatcher(map, database.name(), reader.catalog()),
          scope::has,
          // Whether what the owners allow is used says only a look at all of them.
          migration -> scope.has(migration) || !map.allowances().isEmpty(),
          new IdentityHashMap<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }

    ServiceScript up(Migration migration) {
      if (migration.origin().unread() != null) {
        // It may have made, changed or dropped anything.
        reader.doubtAll();
      }
      var script = migration.up().script();
      return read(
          migration,
          script,
          watcher -> {
            if (looked.test(migration)) {
              var linted = linter.lint(script, migration.runsAlone(), watcher);
              if (migration.down() != null) {
                ups.put(migration, linted.asUp());
              }
              remarks.addAll(linted.remarks());
            } else {
              reader.read(script, migration.runsAlone(), watcher);
            }
          });
    }

    ServiceScript down(Migration migration, Section down) {
      var script = down.script();
      return read(
          migration,
          script,
          watcher -> {
            var up = ups.get(migration);
            if (up == null) {
              reader.read(script, migration.runsAlone(), watcher);
            } else {
              remarks.addAll(linter.lintDown(script, migration.runsAlone(), up, watcher).remarks());
            }
          });
    }

    private ServiceScript read(
        Migration migration, Script script, Consumer<ReplayWatcher> reading) {
      var read = ownership.read(migration.name().service(), script, reading);
      if (judges.test(migration)) {
        judged.add(read);
      }
      return read;
    }
  }
}
