package dev.deed.engine.run;

import dev.deed.engine.History;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.history.HistoryTable;
import java.sql.SQLException;

/// Opens the history of one target, or reports the privileges that the connected role lacks, before
/// anything is changed.
record HistoryAccess(RunSession work, HistoryTable table) {

  static HistoryAccess of(RunSession work) {
    return new HistoryAccess(work, new HistoryTable(work.target().database()));
  }

  History read() throws SQLException {
    try {
      return table.read(work.session().connection());
    } catch (SQLException e) {
      if (isNotAllowed(e)) {
        throw HistoryRefused.use(work.address(), e);
      }
      throw e;
    }
  }

  void prepareToWrite() throws SQLException {
    try {
      work.inTransaction(() -> table.createIfMissing(work.session().connection()));
    } catch (SQLException e) {
      if (isNotAllowed(e)) {
        throw HistoryRefused.creation(work.address(), e);
      }
      throw e;
    }
    if (!table.isWritable(work.session().connection())) {
      throw HistoryRefused.use(work.address(), null);
    }
  }

  /// The same without creating anything: there may be nothing to record.
  void refuseUnwritable(History history) throws SQLException {
    if (!table.isWritableOrCreatable(work.session().connection())) {
      throw history == History.NONE
          ? HistoryRefused.creation(work.address(), null)
          : HistoryRefused.use(work.address(), null);
    }
  }

  private static boolean isNotAllowed(SQLException e) {
    return SqlStates.of(e).equals(SqlStates.NOT_ALLOWED);
  }
}
