package dev.deed.engine.run;

import dev.deed.engine.Requirement;

/// What the databases of one run share.
record Company(Board board, Places places, Stop stop) {

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
