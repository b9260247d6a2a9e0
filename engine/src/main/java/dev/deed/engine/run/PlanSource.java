package dev.deed.engine.run;

import dev.deed.engine.History;
import dev.deed.engine.Plan;
import dev.deed.sql.DatabaseName;

/// Makes the plan of one database once its run lock is held: what was planned before that may be
/// done already by another run.
@FunctionalInterface
public interface PlanSource {
  Plan plan(DatabaseName database, History history);
}
