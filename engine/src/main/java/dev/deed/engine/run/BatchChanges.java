package dev.deed.engine.run;

import java.util.List;

/// What one batch did.
///
/// @param rows that it changed
/// @param again of these, the ones for which the statement's condition is still true
/// @param passed rows of the part of the table that it walked over
/// @param held keys of rows that another session holds
record BatchChanges(long rows, long again, long passed, List<List<String>> held) {
  BatchChanges {
    held = List.copyOf(held);
  }

  /// Rows that it had to change.
  long touched() {
    return rows + held.size();
  }

  BatchChanges over(long newPassed) {
    return new BatchChanges(rows, again, newPassed, held);
  }
}
