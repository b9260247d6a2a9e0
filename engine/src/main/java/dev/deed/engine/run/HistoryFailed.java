package dev.deed.engine.run;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.NoConnection;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.history.HistoryUnreadable;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.sql.SQLException;
import org.postgresql.util.ServerErrorMessage;

/// The history could not be read or written, outside of any migration: a full disk, a lost
/// connection.
public final class HistoryFailed extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private HistoryFailed(String message, String advice, SQLException cause) {
    super(message, advice, cause);
  }

  static UserException of(Address address, SQLException e) {
    var target = address.target();
    if (SqlStates.isLost(e)) {
      return new NoConnection(
          target.words() + ": the connection was lost: " + FailureMessage.sentence(e),
          "run the command again; deed status shows the state of the database",
          e);
    }
    if (SqlStates.of(e).equals(SqlStates.NOT_ALLOWED)) {
      return HistoryRefused.use(address, e);
    }
    if (SqlStates.isMisshapen(e)) {
      return new HistoryUnreadable(target.database(), FailureMessage.sentence(e));
    }
    if (ServerMessage.isOurs(e)) {
      return new HistoryFailed(
          target.words() + ": " + FailureMessage.sentence(e),
          ServerMessage.of(e).map(ServerErrorMessage::getHint).orElse("")
              + "; then run deed status to see the state of the database",
          e);
    }
    if (SqlStates.isLockNotAvailable(e)) {
      return new HistoryFailed(
          "%s: another session locks deed's tables: %s (%s)"
              .formatted(target.words(), FailureMessage.sentence(e), SqlStates.of(e)),
          "run deed emergency --env %s to see which; then run the command again"
              .formatted(target.environment()),
          e);
    }
    return new HistoryFailed(
        "%s: deed's history could not be read or written: %s (%s)"
            .formatted(target.words(), FailureMessage.sentence(e), SqlStates.of(e)),
        FailureAdvice.elsewhere(e).orElse("correct that")
            + "; then run deed status to see the state of the database",
        e);
  }

  @Override
  public Outcome outcome() {
    return Outcome.STOPPED;
  }
}
