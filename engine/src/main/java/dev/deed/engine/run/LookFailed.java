package dev.deed.engine.run;

import dev.deed.sql.UserException;
import java.io.Serial;
import java.sql.SQLException;

/// A database let us in and did not answer what we asked. Nothing was changed.
public final class LookFailed extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private LookFailed(Target target, SQLException cause) {
    super(
        "%s could not be looked at: %s (%s)"
            .formatted(target.words(), Trouble.sentence(cause), SqlStates.of(cause)),
        "run the command again; nothing was changed",
        cause);
  }

  static UserException of(Target target, SQLException e) {
    return SqlStates.isLost(e)
        ? new NoConnection(
            target.words() + ": the connection was cut: " + Trouble.sentence(e),
            "run the command again; nothing was changed",
            e)
        : new LookFailed(target, e);
  }

  @Override
  public Outcome outcome() {
    return Outcome.TRY_AGAIN;
  }
}
