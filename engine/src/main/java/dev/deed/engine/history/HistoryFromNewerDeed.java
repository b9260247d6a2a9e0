package dev.deed.engine.history;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.io.Serial;

/// The history was written by a later release of deed, in a format that this one does not know.
public final class HistoryFromNewerDeed extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  HistoryFromNewerDeed(DatabaseName database, int found, int known) {
    super(
        "the history of "
            + database
            + " has format "
            + found
            + ", but this release of deed supports formats up to "
            + known,
        "install the newer release of deed that wrote it; nothing was changed");
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
