package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Requirement;
import dev.deed.sql.UserException;
import java.io.Serial;

/// A migration requires one of another database that was not applied.
public final class RequirementNotMet extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private final Outcome outcome;

  RequirementNotMet(PlannedMigration move, Requirement requirement) {
    this(move, requirement, Outcome.STOPPED);
  }

  /// Nothing was sent yet.
  public static RequirementNotMet beforeTheRun(PlannedMigration move, Requirement requirement) {
    return new RequirementNotMet(move, requirement, Outcome.REFUSED);
  }

  private RequirementNotMet(PlannedMigration move, Requirement requirement, Outcome outcome) {
    super(
        move.file() + " requires " + requirement + ", which is not applied",
        "apply that first: deed apply --database "
            + requirement.database()
            + ", or all databases together");
    this.outcome = outcome;
  }

  @Override
  public Outcome outcome() {
    return outcome;
  }
}
