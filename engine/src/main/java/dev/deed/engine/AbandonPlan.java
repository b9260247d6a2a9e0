package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Plans to leave a migration that did not come to its end as it is: nothing is sent, and the
/// history says what stays. Works without the file.
final class AbandonPlan {

  private final DatabaseName database;
  private final History history;
  private final Migrations files;

  AbandonPlan(DatabaseName database, History history, Migrations files) {
    this.database = database;
    this.history = history;
    this.files = files;
  }

  /// @throws CannotRollBack if the migration is not half-way
  /// @throws GoalNotFound if no migration, or more than one, has that version
  Plan plan(String prefix) {
    var versions = new TreeSet<Version>();
    history.rows().forEach(row -> versions.add(row.version()));
    var version =
        VersionPrefix.resolve(
            prefix, versions, "the history of database " + database + " has no migration");
    var row = history.find(version).orElseThrow();
    refuseEnded(row);
    var move = move(row);
    return new Plan(database, List.of(move), notices(row, move));
  }

  private static void refuseEnded(HistoryRow row) {
    if (row.isUnfinishedUp() || row.state() == HistoryRow.State.REVERTING) {
      return;
    }
    var name = row.name().words();
    throw row.isDone()
        ? new CannotRollBack(
            name + " is applied as a whole, not half-way",
            "undo it: deed rollback --to a version before " + row.version())
        : new CannotRollBack(
            name
                + (row.isAbandoned()
                    ? " was abandoned already"
                    : " is rolled back: nothing of it is in the database"),
            "deed status shows what is applied");
  }

  private static PlannedMigration move(HistoryRow row) {
    var isDown = row.state() == HistoryRow.State.REVERTING;
    var down = row.stored().down();
    var text = isDown ? (down == null ? "" : down) : row.stored().up();
    var what = (isDown ? "the down of " : "the up of ") + row.name().words();
    var script = ScriptReader.read(new SourceFile(what + " kept in deed.migration"), text);
    return new PlannedMigration(
        Direction.ABANDON,
        row.name(),
        row.file(),
        MigrationBody.of(script, row.stored().alone()),
        row.stored(),
        row.progress().done(),
        row.progress().begun(),
        row.attempt().outOfOrder());
  }

  private List<String> notices(HistoryRow row, PlannedMigration move) {
    var notices = new ArrayList<String>();
    notices.add(stays(row));
    var statements = move.body().statements();
    for (var i = 0; i < Math.min(move.done(), statements.size()); i++) {
      notices.add(
          "statement %d %s: %s"
              .formatted(i + 1, isDown(row) ? "is undone" : "stays", words(move, i)));
    }
    if (move.begun() && move.done() < statements.size()) {
      notices.add(
          "statement %d was sent, and its outcome is unknown: %s"
              .formatted(move.done() + 1, words(move, move.done())));
    }
    if (files.find(database, row.version()).isPresent()) {
      notices.add(
          "apply passes over %s until the statements in %s are changed; when the database has all of it, type deed stamp --to %s"
              .formatted(row.name().words(), new UnfinishedFile(row, files).here(), row.version()));
    }
    return notices;
  }

  private static String stays(HistoryRow row) {
    var name = row.name().words();
    if (isDown(row)) {
      var done = row.progress().done();
      return "%s is abandoned half rolled back: %s of its down %s run, the rest of it stays applied"
          .formatted(
              name, done == 1 ? "1 statement" : done + " statements", done == 1 ? "was" : "were");
    }
    return row.progress().isHalfWay()
        ? "%s is abandoned half-way, with %s".formatted(name, row.progress().words())
        : name + " is abandoned: nothing of it is in the database";
  }

  private static boolean isDown(HistoryRow row) {
    return row.state() == HistoryRow.State.REVERTING;
  }

  private static String words(PlannedMigration move, int position) {
    var script = move.body().script();
    var text = script.textOf(move.body().statements().get(position));
    return text.lines().findFirst().orElse("").strip() + (text.lines().count() > 1 ? " ..." : "");
  }
}
