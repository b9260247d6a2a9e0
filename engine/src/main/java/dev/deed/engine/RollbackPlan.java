package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Plans the rollback of one database, using the downs that were stored when its migrations were
/// applied.
final class RollbackPlan {

  private static final String OTHER_WAYS =
      "write a new migration that undoes it, or write a down in %s and run deed rollback with"
          + " --from-files";

  private final DatabaseName database;
  private final History history;
  private final Map<DatabaseName, History> others;
  private final DownSource downs;

  /// @param others histories of databases whose migrations may require migrations of this one
  RollbackPlan(
      DatabaseName database, History history, Map<DatabaseName, History> others, DownSource downs) {
    this.downs = downs;
    this.database = database;
    this.history = history;
    this.others = others;
  }

  Plan plan(Goal goal) {
    refuseUnfinished(goal);
    var rows = chosen(goal);
    refuseRequired(rows);
    return new Plan(database, rows.stream().map(this::down).toList(), List.of());
  }

  /// Undoes these and no others, whatever was applied after them.
  Plan plan(Set<Version> versions) {
    var rows = undoable().stream().filter(row -> versions.contains(row.version())).toList();
    refuseRequired(rows);
    return new Plan(database, rows.stream().map(this::down).toList(), List.of());
  }

  /// The last recorded one first; a migration that is half rolled back comes before all others.
  private List<HistoryRow> undoable() {
    var rows = new ArrayList<HistoryRow>();
    history.rows().stream()
        .filter(row -> row.state() == HistoryRow.State.REVERTING)
        .sorted(Comparator.comparingLong((HistoryRow row) -> row.attempt().position()).reversed())
        .forEach(rows::add);
    history.doneLastFirst().stream()
        .filter(row -> row.state() != HistoryRow.State.MANUAL || row.stored().down() != null)
        .forEach(rows::add);
    return rows;
  }

  private List<HistoryRow> chosen(Goal goal) {
    var rows = undoable();
    return switch (goal) {
      case Goal.Backward backward -> last(backward, rows);
      case Goal.At at -> behind(versionOf(at, rows), rows);
      case Goal.Base base -> rows;
      case Goal.Head head -> throw notBehind(head);
      case Goal.Forward forward -> throw notBehind(forward);
    };
  }

  /// Refuses -N if N is larger than the history: probably the wrong database.
  private List<HistoryRow> last(Goal.Backward goal, List<HistoryRow> rows) {
    if (goal.count() > rows.size()) {
      var there =
          switch (rows.size()) {
            case 0 -> "nothing in database %s can be undone".formatted(database);
            case 1 ->
                "only 1 migration of database %s can be undone, not %d"
                    .formatted(database, goal.count());
            default ->
                "only %d migrations of database %s can be undone, not %d"
                    .formatted(rows.size(), database, goal.count());
          };
      throw new GoalNotFound(there, "deed status shows what is applied; base undoes all of it");
    }
    return rows.stream().limit(goal.count()).toList();
  }

  private static List<HistoryRow> behind(Version version, List<HistoryRow> rows) {
    return rows.stream().filter(row -> row.version().compareTo(version) > 0).toList();
  }

  private Version versionOf(Goal.At at, List<HistoryRow> rows) {
    var versions = new TreeSet<Version>();
    rows.forEach(row -> versions.add(row.version()));
    return VersionPrefix.resolve(
        at.prefix(), versions, "database " + database + " has no applied migration");
  }

  /// After a failure, -1 would undo the good migration before the failed one.
  private void refuseUnfinished(Goal goal) {
    for (var row : history.rows()) {
      var isUnfinished =
          row.state() == HistoryRow.State.FAILED || row.state() == HistoryRow.State.STARTED;
      if (isUnfinished && row.progress().isHalfWay()) {
        throw new CannotRollBack(
            row.name().words()
                + " is half-way: "
                + row.progress().done()
                + " of "
                + row.progress().statements()
                + " statements applied",
            "finish it first: correct the statements after those in "
                + row.file()
                + " and run deed apply");
      }
      if (isUnfinished && goal instanceof Goal.Backward) {
        throw new CannotRollBack(
            row.name().words()
                + " failed and left no changes, so -1 would undo the migration before it",
            "correct "
                + row.file()
                + " and run deed apply, or give the version to keep: deed rollback --to"
                + " <version>");
      }
    }
  }

  private void refuseRequired(List<HistoryRow> rows) {
    var leaving = new HashSet<Version>();
    rows.forEach(row -> leaving.add(row.version()));
    history.doneLastFirst().stream()
        .filter(row -> !leaving.contains(row.version()))
        .forEach(row -> refuseRequired(leaving, row));
    for (var other : others.entrySet()) {
      if (!other.getKey().equals(database)) {
        other.getValue().rows().stream()
            .filter(HistoryRow::isThere)
            .forEach(row -> refuseRequired(leaving, row));
      }
    }
  }

  /// @param row a migration that stays applied
  private void refuseRequired(Set<Version> leaving, HistoryRow row) {
    for (var requirement : row.stored().requires()) {
      if (requirement.database().equals(database) && leaving.contains(requirement.version())) {
        var there = row.name().database();
        var advice =
            there.equals(database)
                ? "undo both: deed rollback --to a version before " + requirement.version()
                : "undo that first: deed rollback --database %s --to a version before %s"
                    .formatted(there, row.version());
        throw new CannotRollBack(
            row.name().words() + " requires " + requirement + ", which would be undone", advice);
      }
    }
  }

  private PlannedMigration down(HistoryRow row) {
    var stored = downs.of(row);
    if (stored.down() == null) {
      throw noDown(row, stored.irreversible());
    }
    var script = ScriptReader.read(new SourceFile(row.file().path()), stored.down());
    var errors =
        script.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      var problem = errors.getFirst();
      throw new CannotRollBack(
          "the down of "
              + row.name().words()
              + " cannot be read: "
              + row.file()
              + ":"
              + problem.span().line()
              + ": "
              + problem.message(),
          OTHER_WAYS.formatted(row.file()));
    }
    return new PlannedMigration(
        Direction.DOWN,
        row.name(),
        row.file(),
        MigrationBody.of(script, stored.alone()),
        stored,
        row.state() == HistoryRow.State.REVERTING ? row.progress().done() : 0,
        row.state() == HistoryRow.State.REVERTING && row.progress().begun(),
        row.attempt().outOfOrder());
  }

  private static CannotRollBack noDown(HistoryRow row, @Nullable String reason) {
    return reason != null
        ? new CannotRollBack(
            row.name().words() + " was declared irreversible: " + reason,
            "write a new migration that changes the database to the state you want")
        : new CannotRollBack(
            row.name().words() + " was applied without a down", OTHER_WAYS.formatted(row.file()));
  }

  private GoalNotFound notBehind(Goal goal) {
    return new GoalNotFound(
        "`" + goal.text() + "` is not a backward goal in database " + database,
        "type -N, base or a version to keep; to go forward, type deed apply --to " + goal.text());
  }
}
