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

/// Gives `CONCURRENTLY` what it needs: clears what an interrupted one left behind, before and
/// after, and looks whether it did what it said.
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

  /// Clears leftovers, and tells who makes an index wait.
  ///
  /// @return what to send in place of the statement, where an interrupted one has to be finished
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

  /// Drops the invalid index that a failed statement leaves, and nothing else: they slow down every
  /// write and serve no read.
  void clear() throws SQLException {
    for (var leftover : statement.leftovers()) {
      for (var name : find(leftover)) {
        // The name comes quoted from PostgreSQL.
        work.session().execute("DROP INDEX CONCURRENTLY IF EXISTS " + name);
        work.tell(new RunEvent.LeftoverCleared(work.target(), move, name));
      }
    }
  }

  /// Whether something is left of a failed statement that only doing it again clears.
  boolean isHalfDone() throws SQLException {
    for (var trace : statement.traces()) {
      if (!find(trace).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /// Whether the indexes that the statement builds are there, on its table.
  boolean isBuilt() throws SQLException {
    for (var built : statement.built()) {
      if (find(built).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /// @throws SQLException where the index is there and cannot be used
  void verify() throws SQLException {
    for (var unusable : statement.unusable()) {
      for (var name : find(unusable)) {
        throw new PSQLException(
            "the index " + name + " was built and is not valid", PSQLState.UNKNOWN_STATE);
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
