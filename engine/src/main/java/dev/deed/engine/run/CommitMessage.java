package dev.deed.engine.run;

import dev.deed.engine.connect.SqlMessage;
import dev.deed.engine.connect.SqlStates;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Ends a migration's transaction in one message: deferred constraints are checked, the history is
/// written, everything is committed. The next migration's transaction begins in the same message,
/// which saves a round trip per migration.
final class CommitMessage {

  /// Deferred constraints are checked now, while their errors can be distinguished from the
  /// history's. The history is written by the connected role, without operators that the script put
  /// in front of PostgreSQL's own.
  private static final String END_OF_SCRIPT =
      "SET CONSTRAINTS ALL IMMEDIATE; RESET SESSION AUTHORIZATION; RESET ROLE;"
          + " SET LOCAL search_path = pg_catalog; ";

  private static final int COMMANDS_OF_SCRIPT = 4;

  private final Session session;
  private final SqlMessage message = new SqlMessage();

  CommitMessage(Session session) {
    this.session = session;
  }

  /// @param record one command that writes the history
  /// @param next the next migration's transaction; null if there is none yet
  /// @throws SQLException if nothing was committed, or the outcome is unknown
  void send(String record, @Nullable BeginMessage next) throws SQLException {
    var sql = END_OF_SCRIPT + record + "; COMMIT";
    if (next == null) {
      session.send(message, sql);
    } else {
      sendWithNext(sql, next);
    }
  }

  private void sendWithNext(String sql, BeginMessage next) throws SQLException {
    var record = session.record();
    try {
      session.send(message, next.deallocates() ? sql : sql + record.preparation(), next);
      if (next.deallocates()) {
        record.deallocated();
      } else {
        record.prepared();
      }
    } catch (SQLException e) {
      if (!isCommitted()) {
        throw e;
      }
      // Only the next transaction failed to begin: it is begun again and will report the error
      // itself.
      record.giveUp();
      if (!SqlStates.isLost(e)) {
        session.giveUpNext();
      }
    }
  }

  /// True if the failed command was still the script's.
  boolean isOfScript() {
    return message.answers().size() < COMMANDS_OF_SCRIPT;
  }

  private boolean isCommitted() {
    return message.answers().contains("COMMIT");
  }
}
