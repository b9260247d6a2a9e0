package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.protocol.Concurrently;
import dev.deed.engine.protocol.Concurrently.Query;
import dev.deed.sql.script.Statement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Gives `CONCURRENTLY` what it needs: clears what an interrupted one left behind, and looks
/// whether it did what it said.
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

  /// Reports which sessions make an index wait.
  ///
  /// @return what to send instead of the statement if an interrupted one has to be finished
  Optional<String> prepare() throws SQLException {
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

  void clear() throws SQLException {
    for (var leftover : statement.leftovers()) {
      clear(leftover);
    }
  }

  /// Drops the invalid indexes that a failed statement left, and nothing else.
  void clear(Query leftover) throws SQLException {
    for (var name : find(leftover)) {
      // The name comes quoted from PostgreSQL.
      work.session().execute("DROP INDEX CONCURRENTLY IF EXISTS " + name);
      work.tell(new RunEvent.LeftoverCleared(work.target(), move, name));
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

  private List<String> find(Query query) throws SQLException {
    return work.session().find(query);
  }
}
