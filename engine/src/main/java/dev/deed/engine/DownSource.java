package dev.deed.engine;

import dev.deed.engine.HistoryRow.Stored;
import dev.deed.sql.script.Script;

/// Where the way back of an applied migration is taken from.
@FunctionalInterface
interface DownSource {

  /// As it was when the migration was applied: works when the file is gone.
  DownSource KEPT = HistoryRow::stored;

  /// What is sent, and kept from then on.
  ///
  /// @throws CannotRollBack where a down does not belong to what was applied
  Stored of(HistoryRow row);

  /// As the files have them now, for a kept one that turned out to be wrong. What has no file is
  /// undone by what was kept.
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
          "put the up part back as it was (git log -p -- %s), or leave --from-files out"
              .formatted(migration.file()));
    }
    var now = Stored.of(migration);
    if (migration.down() != null) {
      refuseChanged(row, migration, migration.down().script());
    }
    return new Stored(kept.checksum(), kept.up(), now.down(), now.irreversible(), kept.requires());
  }

  /// What is undone already must be what the file says.
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
            "%s: statement %d of its down is done already and was changed since"
                .formatted(migration.file(), i + 1),
            "put that statement back as it was; those behind it may be changed");
      }
    }
  }
}
