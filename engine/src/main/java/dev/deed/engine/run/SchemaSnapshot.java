package dev.deed.engine.run;

import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.history.SnapshotTable;
import java.sql.SQLException;

/// Notes at the end of a run which names the objects of the database have, as evidence of later
/// renames.
record SchemaSnapshot(RunSession work) {

  /// The run has succeeded already: where it cannot be taken, later renames lack their evidence.
  void take() throws SQLException {
    try {
      work.session().execute(SnapshotTable.TAKE);
    } catch (SQLException e) {
      if (!SqlStates.isLost(e)) {
        work.session().rollback();
      }
    }
  }
}
