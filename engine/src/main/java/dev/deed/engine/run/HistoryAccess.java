package dev.deed.engine.run;

import dev.deed.engine.History;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.history.ConnectionUse;
import dev.deed.engine.history.HistoryTable;
import dev.deed.engine.history.HistoryTable.Preparation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Opens the history of one target, or reports the privileges that the connected role lacks, before
/// anything is changed.
record HistoryAccess(RunSession work, HistoryTable table) {

  /// No session that locks the history is waited for longer than by the commands that only read.
  private static final String BEGIN = "BEGIN; SET LOCAL lock_timeout = '5s'";

  static HistoryAccess of(RunSession work) {
    return new HistoryAccess(work, new HistoryTable(work.target().database()));
  }

  History read() throws SQLException {
    work.session().execute(BEGIN);
    try {
      return table.read(connection()).with(new ConnectionUse(connection()));
    } catch (SQLException e) {
      if (isNotAllowed(e)) {
        throw HistoryRefused.use(work.address(), e);
      }
      throw e;
    } finally {
      work.session().rollback();
    }
  }

  /// @param moves that are about to be made
  void prepareToWrite(List<PlannedMigration> moves) throws SQLException {
    CharacterNotHeld.refuse(work, moves);
    var preparation = table.preparation(connection());
    try {
      if (preparation != Preparation.NONE) {
        prepare();
      }
    } catch (SQLException e) {
      if (isNotAllowed(e)) {
        throw preparation == Preparation.UPGRADE
            ? HistoryRefused.upgrade(work.address(), e)
            : HistoryRefused.creation(work.address(), e);
      }
      throw e;
    }
    if (!table.isWritable(connection())
        || (moves.stream().anyMatch(HistoryAccess::isNoted)
            && !table.isWritableForChangeovers(connection()))) {
      throw HistoryRefused.use(work.address(), null);
    }
  }

  /// Whether more is written of it than its row in the history.
  private static boolean isNoted(PlannedMigration move) {
    return move.direction().sendsStatements()
        && (!move.body().backfills().isEmpty() || StatementSample.isWanted(move));
  }

  private void prepare() throws SQLException {
    work.session().execute(BEGIN + "; SET LOCAL search_path = pg_catalog");
    try {
      table.prepare(connection());
      work.session().commit();
    } catch (SQLException e) {
      if (!SqlStates.isLost(e)) {
        work.session().rollback();
      }
      throw e;
    }
  }

  /// The same without creating anything: there may be nothing to record.
  void refuseUnwritable() throws SQLException {
    if (!table.isWritableOrCreatable(connection())) {
      throw table.preparation(connection()) == Preparation.CREATION
          ? HistoryRefused.creation(work.address(), null)
          : HistoryRefused.use(work.address(), null);
    }
  }

  private Connection connection() {
    return work.session().connection();
  }

  private static boolean isNotAllowed(SQLException e) {
    return SqlStates.of(e).equals(SqlStates.NOT_ALLOWED);
  }
}
