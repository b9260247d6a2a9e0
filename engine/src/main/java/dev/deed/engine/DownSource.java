package dev.deed.engine;

import dev.deed.engine.HistoryRow.Stored;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.script.Script;

/// The down of an applied migration, and the place of its text.
///
/// @param stored what the history stores from then on, with the down in it
/// @param file names the text in messages: a file, or the history
record DownSource(Stored stored, SourceFile file) {

  private static final String KEPT = " kept in deed.migration";

  /// As stored when the migration was applied: works after the file is gone.
  ///
  /// @throws CannotRollBack if it is not what was stored then
  static DownSource ofHistory(HistoryRow row) {
    if (!row.stored().isAsWritten()) {
      throw new CannotRollBack(
          "what deed.migration keeps of %s is not what deed wrote there: its down may undo something else"
              .formatted(row.name().words()),
          "look at it (SELECT up, down FROM deed.migration WHERE version = '%s') and restore it, or undo it by the down of its file: deed rollback with --from-files"
              .formatted(row.version()));
    }
    return new DownSource(row.stored(), kept(row));
  }

  /// As the files have it now, for a stored down that turned out to be wrong. A migration without a
  /// file is undone by its stored down.
  ///
  /// @throws CannotRollBack if it does not belong to what was applied
  static DownSource ofFile(HistoryRow row, Migrations migrations) {
    return migrations
        .find(row.name().database(), row.version())
        .map(migration -> of(row, migration))
        .orElseGet(() -> ofHistory(row));
  }

  private static SourceFile kept(HistoryRow row) {
    return new SourceFile("the down of " + row.name().words() + KEPT);
  }

  static boolean isOfHistory(SourceFile file) {
    return file.path().endsWith(KEPT);
  }

  /// Nothing would be sent, so nothing would be undone.
  boolean isNone() {
    return stored.hasNoDown();
  }

  Script script() {
    var text = stored.down();
    return ScriptReader.read(file, text == null ? "" : text);
  }

  private static DownSource of(HistoryRow row, Migration migration) {
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
    return new DownSource(
        new Stored(
            kept.checksum(),
            kept.up(),
            now.down(),
            now.irreversible(),
            kept.requires(),
            now.alone()),
        migration.downFile());
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
                .formatted(migration.downFile(), i + 1),
            "restore that statement; those after it may be changed");
      }
    }
  }
}
