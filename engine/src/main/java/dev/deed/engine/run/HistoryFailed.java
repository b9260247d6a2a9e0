package dev.deed.engine.run;

import dev.deed.sql.UserException;
import java.io.Serial;
import java.sql.SQLException;

/// The history could not be read or written, outside of any migration: the role may not, the disk
/// is full, the server went away.
public final class HistoryFailed extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private HistoryFailed(String message, String advice, SQLException cause) {
    super(message, advice, cause);
  }

  static UserException of(Target target, SQLException e) {
    if (SqlStates.isLost(e)) {
      return new NoConnection(
          target.words() + ": the connection was cut: " + Trouble.sentence(e),
          "Run the command again; deed status says where the database stands.",
          e);
    }
    var refused = SqlStates.of(e).equals("42501");
    return new HistoryFailed(
        target.words()
            + ": deed's history could not be read or written: "
            + Trouble.sentence(e)
            + " ("
            + SqlStates.of(e)
            + ")",
        refused
            ? "Give the role what it needs: GRANT CREATE ON DATABASE <database> TO <role>, or let an owner run deed once."
            : "Mend that, then run deed status to see where the database stands.",
        e);
  }

  @Override
  public Outcome outcome() {
    return Outcome.STOPPED;
  }
}
