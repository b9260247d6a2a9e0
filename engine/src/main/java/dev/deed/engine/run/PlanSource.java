package dev.deed.engine.run;

import dev.deed.engine.History;
import dev.deed.engine.Plan;
import dev.deed.sql.DatabaseName;

/// Makes the plan of one database once its run lock is held: another run may have done what was
/// pending before.
@FunctionalInterface
public interface PlanSource {
  Plan plan(DatabaseName database, History history);
}
