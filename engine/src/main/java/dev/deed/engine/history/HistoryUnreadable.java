package dev.deed.engine.history;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.io.Serial;

/// The database has a schema named like deed's history that deed did not write.
public final class HistoryUnreadable extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  public HistoryUnreadable(DatabaseName database, String what) {
    super(
        "the schema deed of " + database + " is not what deed wrote: " + what,
        "look at it with psql: select * from deed.migration; other programs' rows and tables do not"
            + " belong there");
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
