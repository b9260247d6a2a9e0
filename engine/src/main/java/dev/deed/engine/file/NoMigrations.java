package dev.deed.engine.file;

import dev.deed.sql.UserException;
import java.io.Serial;

/// None of the folders in which migrations are expected exists.
public final class NoMigrations extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  NoMigrations(String folders) {
    super(
        "there is no folder with migrations: deed looked for " + folders,
        "run deed in the folder of schema-ownership.yaml, or create migrations/<database>/<service>/"
            + " and put the first migration into it");
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
