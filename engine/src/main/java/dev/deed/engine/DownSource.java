package dev.deed.engine;

import dev.deed.engine.HistoryRow.Stored;
import dev.deed.sql.script.Script;

/// Where the down of an applied migration is taken from.
@FunctionalInterface
interface DownSource {

  /// As stored when the migration was applied: works after the file is gone.
  DownSource KEPT = HistoryRow::stored;

  /// The down to run, which is also stored from then on.
  ///
  /// @throws CannotRollBack if a down does not belong to what was applied
  Stored of(HistoryRow row);

  /// As the files have them now, for a stored down that turned out to be wrong. A migration without
  /// a file is undone by its stored down.
  static DownSource ofFiles(Migrations migrations) {
    return row ->
        migrations
            .find(row.name().database(), row.version())
            .map(migration -> of(row, migration))
            .orElse(row.stored());
  }

  private static Stored of(HistoryRow row, Migration migration) {
    var kept = row.stored();
    if (!migration.checksum().equals(kept.checksum())) {
      throw new CannotRollBack(
          migration.file()
              + " was changed after "
              + row.name().words()
              + " was applied: its down may undo something else",
          "restore the up part (git log -p -- %s), or leave out --from-files"
              .formatted(migration.file()));
    }
    var now = Stored.of(migration);
    if (migration.down() != null) {
      refuseChanged(row, migration, migration.down().script());
    }
    return new Stored(
        kept.checksum(), kept.up(), now.down(), now.irreversible(), kept.requires(), now.alone());
  }

  /// Statements that are already undone must match the file.
  private static void refuseChanged(HistoryRow row, Migration migration, Script down) {
    if (row.state() != HistoryRow.State.REVERTING) {
      return;
    }
    var statements = MigrationBody.of(down, migration.runsAlone()).statements();
    var finished = row.progress().finished();
    for (var i = 0; i < finished.size(); i++) {
      if (i >= statements.size()
          || !Checksum.of(down.textOf(statements.get(i))).equals(finished.get(i))) {
        throw new CannotRollBack(
            "%s: statement %d of its down was changed after it was run"
                .formatted(migration.file(), i + 1),
            "restore that statement; those after it may be changed");
      }
    }
  }
}
