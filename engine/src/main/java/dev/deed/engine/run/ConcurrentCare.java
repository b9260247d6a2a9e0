package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.protocol.Concurrently;
import dev.deed.engine.protocol.Concurrently.Query;
import dev.deed.sql.script.Statement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/// Supports `CONCURRENTLY`: drops what an interrupted statement left behind, before and after, and
/// verifies that the statement did its work.
final class ConcurrentCare {

  private final RunSession work;
  private final PlannedMigration move;
  private final Concurrently statement;

  ConcurrentCare(RunSession work, PlannedMigration move, Statement statement) {
    this.work = work;
    this.move = move;
    this.statement = new Concurrently(statement);
  }

  boolean waitsByDesign() {
    return statement.waitsByDesign();
  }

  /// Drops leftovers, and reports the sessions that an index build waits for.
  ///
  /// @return what to send instead of the statement if an interrupted one has to be finished
  Optional<String> prepare() throws SQLException {
    clear();
    if (statement.buildsIndex()) {
      var holders = OldSnapshots.find(work.session());
      if (!holders.isEmpty()) {
        work.tell(new RunEvent.OldSnapshotsFound(work.target(), move, holders));
      }
    }
    var detachment = statement.detachment();
    return detachment.isPresent() && find(detachment.get().pending()).contains("t")
        ? Optional.of(detachment.get().finish())
        : Optional.empty();
  }

  /// Drops the invalid index that a failed statement left, and nothing else: an invalid index slows
  /// down every write and serves no query.
  void clear() throws SQLException {
    for (var leftover : statement.leftovers()) {
      for (var name : find(leftover)) {
        // PostgreSQL returns the name quoted.
        work.session().execute("DROP INDEX CONCURRENTLY IF EXISTS " + name);
        work.tell(new RunEvent.LeftoverCleared(work.target(), move, name));
      }
    }
  }

  /// True if a failed statement left something that only running it again clears.
  boolean isHalfDone() throws SQLException {
    for (var trace : statement.traces()) {
      if (!find(trace).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /// True if the indexes that the statement builds exist on its table.
  boolean isBuilt() throws SQLException {
    for (var built : statement.built()) {
      if (find(built).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /// @throws SQLException if the index exists but cannot be used
  void verify() throws SQLException {
    for (var unusable : statement.unusable()) {
      for (var name : find(unusable)) {
        throw new PSQLException(
            "the index " + name + " was built but is not valid", PSQLState.UNKNOWN_STATE);
      }
    }
  }

  private List<String> find(Query asked) throws SQLException {
    try (var query = work.session().connection().prepareStatement(asked.sql())) {
      for (var i = 0; i < asked.parameters().size(); i++) {
        query.setString(i + 1, asked.parameters().get(i));
      }
      try (var results = query.executeQuery()) {
        var found = new ArrayList<String>();
        while (results.next()) {
          found.add(String.valueOf(results.getString(1)));
        }
        return found;
      }
    }
  }
}
