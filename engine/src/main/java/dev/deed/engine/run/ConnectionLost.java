package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Target;
import dev.deed.sql.UserException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The connection was lost during a step, and the server cannot be asked yet about the outcome.
public final class ConnectionLost extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  ConnectionLost(String message, @Nullable Throwable cause) {
    super(
        message,
        "run deed status when the server answers again, then deed apply: it looks up what was"
            + " committed and continues from there",
        cause);
  }

  /// A person has stopped waiting for it.
  static ConnectionLost stopped(Target target, PlannedMigration move, Throwable cause) {
    return new ConnectionLost(
        "%s: stopped during %s\nThe server did not answer the request to cancel it, and the connection was closed: whether it is done is not known."
            .formatted(target.words(), move.name().words()),
        cause);
  }

  @Override
  public Outcome outcome() {
    return Outcome.STOPPED;
  }
}
