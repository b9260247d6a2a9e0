package dev.deed.cli.job;

import dev.deed.engine.Checksum;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.ReplacedMigrations;
import dev.deed.engine.Version;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.UserException;
import java.util.List;
import java.util.Optional;

/// A migration was not applied in its current form in the environment that must have it first.
final class NotPromoted extends UserException {

  private static final long serialVersionUID = 1L;

  private NotPromoted(EnvironmentName from, PlannedMigration move) {
    super(
        "%s was not applied in %s in its current form, which this environment requires (promote_from)"
            .formatted(move.name(), from),
        "deed apply --env " + from);
  }

  /// Nothing was run there.
  private NotPromoted(EnvironmentName to, EnvironmentName from, PlannedMigration move) {
    super(
        "%s was stamped in %s and not applied there, which this environment requires (promote_from)"
            .formatted(move.name(), from),
        "if this database has had its change from before deed, too: deed stamp --env %s --database %s --to %s"
            .formatted(to, move.name().database(), move.name().version()));
  }

  /// A stamp records that a database has a change; it does not show how the migration runs.
  static void refuse(
      EnvironmentName to, EnvironmentName from, PlannedMigration move, History history) {
    var rows = rows(move, history);
    if (rows.isEmpty()) {
      throw new NotPromoted(from, move);
    }
    if (rows.stream().anyMatch(row -> row.state() == HistoryRow.State.STAMPED)) {
      throw new NotPromoted(to, from, move);
    }
  }

  /// Its own, or those of all migrations that it contains.
  private static List<HistoryRow> rows(PlannedMigration move, History history) {
    var own = row(history, move.name().version(), move.stored().checksum());
    if (own.isPresent()) {
      return List.of(own.get());
    }
    return new ReplacedMigrations(move.name().service(), move.replaces()).complete(history);
  }

  private static Optional<HistoryRow> row(History history, Version version, Checksum checksum) {
    return history
        .find(version)
        .filter(HistoryRow::isDone)
        .filter(found -> found.stored().checksum().equals(checksum));
  }

  private NotPromoted(String what, EnvironmentName from, String advice) {
    super(
        "%s was not run in %s, which this environment requires (promote_from)"
            .formatted(what, from),
        advice);
  }

  /// Compares checksums, since the version comes from the clock.
  static void refuseManual(EnvironmentName from, Checksum checksum, History history) {
    var isThere =
        history.rows().stream()
            .filter(row -> row.isDone() && row.state() != HistoryRow.State.STAMPED)
            .anyMatch(row -> row.stored().checksum().equals(checksum));
    if (!isThere) {
      throw new NotPromoted("this SQL", from, "run the same deed exec with --env " + from);
    }
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
