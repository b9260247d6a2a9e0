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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Plans the rollback of one database, using the downs that were stored when its migrations were
/// applied.
final class RollbackPlan {

  private final DatabaseName database;
  private final History history;
  private final Map<DatabaseName, History> others;
  private final Migrations files;
  private final RollbackWish wish;
  private final List<String> notices = new ArrayList<>();

  /// @param others histories of databases whose migrations may require migrations of this one
  /// @param files decide only whether a failed migration can still be corrected, unless the wish
  ///   asks for their downs
  RollbackPlan(
      DatabaseName database,
      History history,
      Map<DatabaseName, History> others,
      Migrations files,
      RollbackWish wish) {
    this.database = database;
    this.history = history;
    this.others = others;
    this.files = files;
    this.wish = wish;
  }

  Plan plan() {
    refuseUnfinished();
    var rows = chosen();
    refuseRequired(rows);
    return new Plan(database, rows.stream().map(this::down).toList(), notices);
  }

  /// Undoes these and no others, whatever was applied after them.
  Plan plan(Set<Version> versions) {
    var rows = new ArrayList<HistoryRow>();
    history.rows().reversed().stream()
        .filter(row -> versions.contains(row.version()))
        .filter(row -> row.isUnfinishedUp() && row.progress().isHalfWay())
        .forEach(row -> rows.add(onlyFilled(row)));
    doneOrBegun().stream().filter(row -> versions.contains(row.version())).forEach(rows::add);
    refuseRequired(rows);
    return new Plan(database, rows.stream().map(this::down).toList(), notices);
  }

  /// What batches have changed so far, a down undoes as well as all of it. A down for a part of
  /// other statements does not exist.
  private HistoryRow onlyFilled(HistoryRow row) {
    var file = new SourceFile("the up of " + row.name().words() + " kept in deed.migration");
    var script = ScriptReader.read(file, row.stored().up());
    var body = MigrationBody.of(script, row.stored().alone());
    if (body.backfills().size() < body.statements().size()) {
      throw halfWay(row);
    }
    return row;
  }

  private CannotRollBack halfWay(HistoryRow row) {
    var file = new UnfinishedFile(row, files);
    return new CannotRollBack(
        "%s is half-way: %s%s"
            .formatted(row.name().words(), row.progress().words(), file.andIsGone()),
        file.toFinish());
  }

  /// The last recorded one first; a migration that is half rolled back comes before all others.
  private List<HistoryRow> doneOrBegun() {
    var rows = new ArrayList<HistoryRow>();
    history.rows().stream()
        .filter(row -> row.state() == HistoryRow.State.REVERTING)
        .sorted(Comparator.comparingLong((HistoryRow row) -> row.attempt().position()).reversed())
        .forEach(rows::add);
    rows.addAll(history.doneLastFirst());
    return rows;
  }

  private List<HistoryRow> chosen() {
    var rows = doneOrBegun();
    var byHand = rows.stream().filter(RollbackPlan::isByHandWithoutDown).toList();
    var skipped = skipped(byHand);
    rows.removeIf(row -> skipped.contains(row.version()));
    return switch (wish.goal()) {
      case Goal.Backward backward -> last(backward, rows);
      case Goal.At at -> undoable(behind(versionOf(at, doneOrBegun()), rows), rows);
      case Goal.Base base -> undoable(rows, rows);
      case Goal.Head head -> throw notBehind(head);
      case Goal.Forward forward -> throw notBehind(forward);
    };
  }

  /// Changes by hand that the user leaves as they are.
  private Set<Version> skipped(List<HistoryRow> byHand) {
    var known = new TreeSet<Version>();
    byHand.forEach(row -> known.add(row.version()));
    var skipped = new TreeSet<Version>();
    for (var prefix : wish.skipped()) {
      skipped.add(
          VersionPrefix.resolve(
              prefix,
              known,
              "database "
                  + database
                  + " has no change by hand that lacks a down and could be skipped,"));
    }
    return skipped;
  }

  /// Nothing can undo it, so it may not be passed over in silence either.
  private static boolean isByHandWithoutDown(HistoryRow row) {
    return row.state() == HistoryRow.State.MANUAL && row.stored().hasNoDown();
  }

  private List<HistoryRow> undoable(List<HistoryRow> chosen, List<HistoryRow> all) {
    var byHand = chosen.stream().filter(RollbackPlan::isByHandWithoutDown).toList();
    if (!byHand.isEmpty()) {
      throw byHand(byHand, chosen.size() < all.size() || byHand.size() < all.size());
    }
    return chosen;
  }

  /// Refuses -N if N is larger than the history: probably the wrong database.
  private List<HistoryRow> last(Goal.Backward goal, List<HistoryRow> rows) {
    var chosen = rows.stream().limit(goal.count()).toList();
    if (chosen.stream().anyMatch(RollbackPlan::isByHandWithoutDown)) {
      var passed = new ArrayList<HistoryRow>();
      var count = 0;
      for (var row : rows) {
        if (isByHandWithoutDown(row)) {
          passed.add(row);
        } else if (++count == goal.count()) {
          break;
        }
      }
      throw byHand(passed, count == goal.count());
    }
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
    return chosen;
  }

  /// @param others whether anything else would be undone
  private CannotRollBack byHand(List<HistoryRow> rows, boolean others) {
    var names = rows.stream().map(row -> row.name().words()).collect(Collectors.joining(", "));
    var message =
        rows.size() == 1
            ? names + " was changed by hand and recorded without a down: nothing can undo it"
            : names + " were changed by hand and recorded without a down: nothing can undo them";
    var skipping =
        Stream.concat(wish.skipped().stream(), rows.stream().map(row -> row.version().text()))
            .map(version -> " --skip " + version)
            .collect(Collectors.joining());
    var it = rows.size() == 1 ? "it" : "them";
    var byHand = "undo %s by hand (deed exec)".formatted(it);
    return new CannotRollBack(
        message,
        others
            ? "%s, or leave %s and undo the others: deed rollback --to %s%s"
                .formatted(byHand, it, wish.goal().text(), skipping)
            : byHand + ": there is nothing else to undo");
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

  /// After a failure, -1 would undo the good migration before the failed one. Where the failed one
  /// has left nothing and its file is gone, nothing waits to be corrected.
  private void refuseUnfinished() {
    for (var row : history.rows()) {
      if (row.isAbandoned() && row.progress().isHalfWay()) {
        notices.add(
            "%s was abandoned, with %s: that stays"
                .formatted(row.name().words(), row.progress().words()));
      }
      if (!row.isUnfinishedUp()) {
        continue;
      }
      var file = new UnfinishedFile(row, files);
      if (row.progress().isHalfWay()) {
        throw halfWay(row);
      }
      if (file.isGone()) {
        notices.add(
            "%s failed and left no changes, and its file is gone: it is passed over"
                .formatted(row.name().words()));
      } else if (wish.goal() instanceof Goal.Backward goal) {
        throw new CannotRollBack(
            row.name().words()
                + " failed and left no changes, so "
                + goal.text()
                + " would undo the migration before it",
            "correct "
                + file.here()
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
    var down = wish.byFiles() ? DownSource.ofFile(row, files) : DownSource.ofHistory(row);
    if (down.isNone()) {
      throw noDown(row, down);
    }
    var script = down.script();
    var errors =
        script.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      var problem = errors.getFirst();
      throw new CannotRollBack(
          "%s cannot be read: line %d: %s"
              .formatted(script.file(), problem.span().line(), problem.message()),
          otherWays(row));
    }
    var isBegun = row.state() == HistoryRow.State.REVERTING;
    return new PlannedMigration(
        Direction.DOWN,
        row.name(),
        row.file(),
        MigrationBody.of(script, down.stored().alone()),
        down.stored(),
        isBegun ? row.progress().done() : 0,
        isBegun && row.progress().begun(),
        row.attempt().outOfOrder());
  }

  private CannotRollBack noDown(HistoryRow row, DownSource down) {
    var reason = down.stored().irreversible();
    if (reason != null) {
      return new CannotRollBack(
          row.name().words() + " was declared irreversible: " + reason,
          "write a new migration that changes the database to the state you want",
          row);
    }
    var text = down.stored().down();
    return new CannotRollBack(
        text == null
            ? row.name().words() + " was applied without a down"
            : "%s has no statement: there is nothing that undoes %s"
                .formatted(down.file(), row.name().words()),
        otherWays(row),
        row);
  }

  /// A change by hand never had a file.
  private String otherWays(HistoryRow row) {
    var here = files.find(database, row.version()).map(Migration::downFile);
    return "write a new migration that undoes it"
        + (row.state() == HistoryRow.State.MANUAL
            ? ""
            : ", or write a down in %s and run deed rollback with --from-files"
                .formatted(here.orElse(Migration.downOf(row.file()))));
  }

  private GoalNotFound notBehind(Goal goal) {
    return new GoalNotFound(
        "`" + goal.text() + "` is not a backward goal in database " + database,
        "type -N, base or a version to keep; to go forward, type deed apply --to " + goal.text());
  }
}
