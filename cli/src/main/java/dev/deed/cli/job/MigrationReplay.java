package dev.deed.cli.job;

import dev.deed.engine.Migration;
import dev.deed.engine.Migrations;
import dev.deed.engine.Section;
import dev.deed.lint.LintResult;
import dev.deed.lint.Linter;
import dev.deed.lint.rule.LintFinding;
import dev.deed.lint.rule.LintSettings;
import dev.deed.ownership.Database;
import dev.deed.ownership.check.ServiceScript;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// All migrations of one database, replayed in order, followed by all downs in reverse: each down
/// is applied to the state that a complete rollback would bring it to.
///
/// @param schema the schema after the ups
/// @param remarks the linter's findings on ups and downs
record MigrationReplay(
    List<ServiceScript> ups, List<ServiceScript> downs, Schema schema, List<LintFinding> remarks) {

  /// Replays without linting.
  static MigrationReplay of(Migrations migrations, Database database) {
    var linting = new LintSettings(database.postgres(), true, false, Map.of());
    var reader = new SchemaReader(database.searchPath(), database.postgres());
    var reading = new Reading(reader, new Linter(reader, linting), _ -> false);
    return of(migrations, database, reading, SchemaReader::schema);
  }

  /// Replays with the linter. The schema's expressions must not be compared: see
  /// `SchemaReader.objects`.
  ///
  /// @param looked selects the migrations to lint
  static MigrationReplay of(
      Migrations migrations, Database database, LintSettings linting, Predicate<Migration> looked) {
    var reader = new SchemaReader(database.searchPath(), database.postgres());
    var reading = new Reading(reader, new Linter(reader, linting), looked);
    return of(migrations, database, reading, SchemaReader::objects);
  }

  private static MigrationReplay of(
      Migrations migrations,
      Database database,
      Reading reading,
      Function<SchemaReader, Schema> snapshot) {
    var all = migrations.of(database.name());
    var ups = all.stream().map(reading::up).toList();
    var schema = snapshot.apply(reading.reader());
    var downs = new ArrayList<ServiceScript>();
    for (var migration : all.reversed()) {
      var down = migration.down();
      if (down != null) {
        downs.add(reading.down(migration, down));
      }
    }
    return new MigrationReplay(ups, downs, schema, reading.remarks());
  }

  List<ServiceScript> upsAndDowns() {
    var scripts = new ArrayList<>(ups);
    scripts.addAll(downs);
    return scripts;
  }

  private record Reading(
      SchemaReader reader,
      Linter linter,
      Predicate<Migration> looked,
      Map<Migration, LintResult> ups,
      List<LintFinding> remarks) {

    Reading(SchemaReader reader, Linter linter, Predicate<Migration> looked) {
      this(reader, linter, looked, new HashMap<>(), new ArrayList<>());
    }

    ServiceScript up(Migration migration) {
      var script = migration.up().script();
      if (!looked.test(migration)) {
        return script(migration, migration.up(), reader.read(script));
      }
      var linted = linter.lint(script, migration.runsAlone());
      ups.put(migration, linted);
      remarks.addAll(linted.remarks());
      return script(migration, migration.up(), linted.resolved());
    }

    ServiceScript down(Migration migration, Section down) {
      var up = ups.get(migration);
      if (up == null) {
        return script(migration, down, reader.read(down.script()));
      }
      var linted = linter.lintDown(down.script(), false, up);
      remarks.addAll(linted.remarks());
      return script(migration, down, linted.resolved());
    }

    private static ServiceScript script(
        Migration migration, Section section, List<ResolvedStatement> resolved) {
      return new ServiceScript(migration.name().service(), section.script(), resolved);
    }
  }
}
