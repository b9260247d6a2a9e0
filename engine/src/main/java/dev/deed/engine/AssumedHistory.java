package dev.deed.engine;

import dev.deed.engine.HistoryRow.Attempt;
import dev.deed.engine.HistoryRow.Progress;
import dev.deed.engine.HistoryRow.State;
import dev.deed.engine.HistoryRow.Stored;
import dev.deed.sql.DatabaseName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// An assumed history, computed from the files without asking a database.
record AssumedHistory(DatabaseName database, List<Migration> ordered) {

  History upTo(Goal goal) {
    return switch (goal) {
      case Goal.Base base -> History.NONE;
      case Goal.Head head -> history(ordered);
      case Goal.Forward forward -> history(ordered.stream().limit(forward.count()).toList());
      case Goal.At at -> history(upTo(versionOf(at)));
      case Goal.Backward backward ->
          throw new GoalNotFound(
              "`" + backward.text() + "` cannot be assumed for database " + database,
              "type base or a version");
    };
  }

  private List<Migration> upTo(Version last) {
    return ordered.stream().filter(m -> m.version().compareTo(last) <= 0).toList();
  }

  private Version versionOf(Goal.At at) {
    var versions = new TreeSet<Version>();
    ordered.forEach(migration -> versions.add(migration.version()));
    return VersionPrefix.resolve(
        at.prefix(), versions, "database " + database + " has no migration file");
  }

  private static History history(List<Migration> applied) {
    var rows = new ArrayList<HistoryRow>();
    for (var migration : applied) {
      var attempt = new Attempt(rows.size() + 1L, false, "", Instant.EPOCH, Duration.ZERO, null);
      rows.add(
          new HistoryRow(
              migration.name(),
              migration.file(),
              State.APPLIED,
              Stored.of(migration),
              Progress.NONE,
              attempt));
    }
    return new History(rows);
  }
}
