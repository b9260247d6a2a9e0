package dev.deed.engine.run;

import dev.deed.engine.History;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.history.HistoryTable;
import java.sql.SQLException;

/// Reaches the history of one target, or says what the role that connects lacks for it: before
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

  /// The same without making anything: what is to be recorded may not come to be.
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
