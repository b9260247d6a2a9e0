package dev.deed.engine.run;

import dev.deed.engine.Plan;
import dev.deed.engine.Requirement;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.ConnectionSlots;

/// What the databases of one run share.
record SharedRun(
    AppliedBoard board, OtherDatabases bystanders, ConnectionSlots places, Cancellation stop) {

  /// So that what a plan requires of databases that take no part is known.
  void ask(Plan plan) {
    bystanders.requiredBy(plan).forEach(board::applied);
  }

  /// @return false where it will not be applied in this run
  boolean await(Requirement requirement) {
    places.leave();
    try {
      return board.await(requirement);
    } finally {
      places.enter();
    }
  }
}
