package dev.deed.cli.job;

import dev.deed.engine.Checksum;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.PlannedMigration;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.UserException;

/// A migration was not applied, or not as it is now, in the environment that has to have it first.
final class NotPromoted extends UserException {

  private static final long serialVersionUID = 1L;

  private NotPromoted(EnvironmentName from, PlannedMigration move) {
    super(
        "%s was not applied in %s as it is now, and only what was applied there may come here"
            .formatted(move.name(), from),
        "deed apply --env " + from);
  }

  static void refuse(EnvironmentName from, PlannedMigration move, History history) {
    var isThere =
        history
            .find(move.name().version())
            .filter(HistoryRow::isDone)
            .filter(row -> row.stored().checksum().equals(move.stored().checksum()))
            .isPresent();
    if (!isThere) {
      throw new NotPromoted(from, move);
    }
  }

  private NotPromoted(String what, EnvironmentName from, String advice) {
    super(
        "%s was not run in %s, and only what was run there may come here".formatted(what, from),
        advice);
  }

  /// By what it says, not by its version: that is from the clock.
  static void refuseManual(EnvironmentName from, Checksum checksum, History history) {
    var isThere =
        history.rows().stream()
            .anyMatch(row -> row.isDone() && row.stored().checksum().equals(checksum));
    if (!isThere) {
      throw new NotPromoted("this SQL", from, "run the same deed exec with --env " + from);
    }
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
