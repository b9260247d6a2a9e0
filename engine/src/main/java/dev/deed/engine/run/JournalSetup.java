package dev.deed.engine.run;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.history.JournalTable;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.sql.SQLException;

/// Installs and removes the journal of one database.
public record JournalSetup(Address address, Patience patience) {

  private static final String BEGIN = "BEGIN;\nSET LOCAL lock_timeout = '5s';\n";

  /// What the journal already has stays.
  public void install() {
    run(JournalTable.INSTALL);
  }

  /// With all of its entries.
  public void remove() {
    run(JournalTable.REMOVE);
  }

  private void run(String sql) {
    try (var connections = Connections.open(address, patience, Cancellation.never());
        var lent = connections.connect();
        var statement = lent.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      try {
        statement.execute(BEGIN + sql + "COMMIT");
      } catch (SQLException e) {
        statement.execute("ROLLBACK");
        throw e;
      }
    } catch (SQLException e) {
      throw SqlStates.of(e).equals(SqlStates.NOT_ALLOWED)
          ? new Refused(address, e)
          : HistoryFailed.of(address, e);
    }
  }

  /// The role may not create event triggers.
  static final class Refused extends UserException {

    @Serial private static final long serialVersionUID = 1L;

    Refused(Address address, SQLException cause) {
      super(
          "%s: the journal needs an event trigger, and the server refused it: %s; nothing was changed"
              .formatted(address.target().words(), FailureMessage.sentence(cause)),
          "run this once with the URL of a superuser: PostgreSQL lets no other role create event"
              + " triggers (a hosted server may have a role for it, such as rds_superuser)",
          cause);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
