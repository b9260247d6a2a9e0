package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Requirement;
import dev.deed.sql.UserException;
import java.io.Serial;

/// A migration requires one of another database that was not applied.
public final class RequirementNotMet extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  RequirementNotMet(PlannedMigration move, Requirement requirement) {
    super(
        move.file() + " requires " + requirement + ", which is not applied",
        "apply that first: deed apply --database "
            + requirement.database()
            + ", or all databases together");
  }

  @Override
  public Outcome outcome() {
    return Outcome.STOPPED;
  }
}
