package dev.deed.engine.run;

import dev.deed.engine.Plan;
import dev.deed.engine.Requirement;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.ConnectionSlots;
import dev.deed.engine.protocol.Command;
import java.util.function.Consumer;

/// What the databases of one run share.
///
/// @param sent is told what was sent to carry out migrations
record SharedRun(
    AppliedBoard board,
    OtherDatabases bystanders,
    ConnectionSlots places,
    Cancellation stop,
    Consumer<Command> sent) {

  /// Reads the histories of databases that are not part of the run, if the plan requires something
  /// there.
  void ask(Plan plan) {
    bystanders.requiredBy(plan).forEach(board::applied);
  }

  /// @return false if it will not be applied in this run
  boolean await(Requirement requirement) {
    places.leave();
    try {
      return board.await(requirement);
    } finally {
      places.enter();
    }
  }
}
