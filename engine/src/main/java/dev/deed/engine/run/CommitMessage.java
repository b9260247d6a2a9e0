package dev.deed.engine.run;

import dev.deed.engine.connect.SqlMessage;
import dev.deed.engine.connect.SqlStates;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The end of a migration's transaction in one message: what was deferred speaks, the history is
/// written, all of it is committed. The next migration's transaction begins in the same message,
/// which spares a trip to the server for each.
final class CommitMessage {

  /// Constraints that wait for the end of the transaction speak now, while the error can still be
  /// told from one of the history's; history is written by the role that connected, and what the
  /// script has put before PostgreSQL's own operators is not meant for it.
  private static final String END_OF_SCRIPT =
      "SET CONSTRAINTS ALL IMMEDIATE; RESET SESSION AUTHORIZATION; RESET ROLE;"
          + " SET LOCAL search_path = pg_catalog; ";

  private static final int COMMANDS_OF_SCRIPT = 4;

  private final Session session;
  private final SqlMessage message = new SqlMessage();

  CommitMessage(Session session) {
    this.session = session;
  }

  /// @param record one command that writes into the history
  /// @param next whose transaction is to begin; null where there is none yet
  /// @throws SQLException where nothing was committed, or nobody knows what
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
      // Only the next transaction did not begin: it is begun again and says why by itself.
      record.giveUp();
      if (!SqlStates.isLost(e)) {
        session.giveUpNext();
      }
    }
  }

  /// What failed was still the script's.
  boolean isOfScript() {
    return message.answers().size() < COMMANDS_OF_SCRIPT;
  }

  private boolean isCommitted() {
    return message.answers().contains("COMMIT");
  }
}
