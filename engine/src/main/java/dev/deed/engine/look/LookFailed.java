package dev.deed.engine.look;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.NoConnection;
import dev.deed.engine.connect.PooledConnection;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.connect.Target;
import dev.deed.engine.history.HistoryUnreadable;
import dev.deed.engine.run.FailureMessage;
import dev.deed.engine.run.HistoryRefused;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.sql.SQLException;

/// A database accepted the connection but did not answer a query. Nothing was changed.
public final class LookFailed extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private LookFailed(Target target, SQLException cause) {
    super(
        "%s could not be read: %s (%s)"
            .formatted(target.words(), FailureMessage.sentence(cause), SqlStates.of(cause)),
        SqlStates.isOutOfLocks(cause)
            ? "make room for more locks: ALTER SYSTEM SET max_locks_per_transaction = 1024, and restart"
                + " the server"
            : SqlStates.isLockNotAvailable(cause)
                ? "run deed emergency --env %s to see who holds the lock; then run the command again"
                    .formatted(target.environment())
                : "run the command again; nothing was changed",
        cause);
  }

  /// @param e from the history, or from PostgreSQL's own catalogs
  public static UserException of(Address address, SQLException e) {
    var target = address.target();
    if (SqlStates.of(e).equals(SqlStates.NOT_ALLOWED)) {
      return HistoryRefused.reading(address, e);
    }
    if (SqlStates.isMisshapen(e)) {
      return new HistoryUnreadable(target.database(), FailureMessage.sentence(e));
    }
    var pool = PooledConnection.refusingTransactions(address, e);
    if (pool.isPresent()) {
      return pool.get();
    }
    return SqlStates.isLost(e)
        ? new NoConnection(
            target.words() + ": the connection was lost: " + FailureMessage.sentence(e),
            "run the command again; nothing was changed",
            e)
        : new LookFailed(target, e);
  }

  @Override
  public Outcome outcome() {
    return Outcome.TRY_AGAIN;
  }
}
