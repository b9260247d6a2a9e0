package dev.deed.engine;

import dev.deed.engine.HistoryDisagrees.Disagreement;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words the contradictions between files and history, each with the next command to type.
final class HistoryConflicts {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private HistoryConflicts() {}

  static Disagreement edited(MigrationStatus standing) {
    var migration = Objects.requireNonNull(standing.migration());
    var row = Objects.requireNonNull(standing.row());
    var message =
        migration.file()
            + " was changed after it was applied: it was "
            + row.stored().checksum().brief()
            + " when "
            + applied(row)
            + ", it is "
            + migration.checksum().brief()
            + " now";
    var advice =
        "restore the file (git log -p -- "
            + migration.file()
            + ") and write the change as a new migration";
    return new Disagreement(standing.name(), message, advice);
  }

  static Disagreement gone(MigrationStatus standing) {
    var row = Objects.requireNonNull(standing.row());
    var message =
        row.file() + " is gone: " + applied(row) + ", but later files of its service are here";
    var advice =
        "restore the file, or undo its changes: deed rollback --to <the version before "
            + row.version()
            + "> works without the file";
    return new Disagreement(standing.name(), message, advice);
  }

  static Disagreement overtaken(MigrationStatus standing, String later) {
    var migration = Objects.requireNonNull(standing.migration());
    var message =
        migration.file()
            + " comes too late: version "
            + later
            + " of the same service is already applied";
    var advice =
        "give the file a version after "
            + later
            + ", or apply it as it is: deed apply --out-of-order";
    return new Disagreement(standing.name(), message, advice);
  }

  /// A half-applied migration is resumed; it is refused only if the statements that are done no
  /// longer match the file.
  static Optional<Disagreement> halfWay(MigrationStatus standing) {
    var row = Objects.requireNonNull(standing.row());
    if (row.state() == HistoryRow.State.REVERTING) {
      var message =
          row.name().words()
              + " is half rolled back, with "
              + row.progress().done()
              + " of its statements undone";
      var advice =
          "finish that first: deed rollback --to -1; or leave the database as it is: deed rollback --abandon "
              + row.version();
      return Optional.of(new Disagreement(standing.name(), message, advice));
    }
    var migration = standing.migration();
    if (migration == null) {
      var message =
          "%s is half-way, with %s, and its file (%s) is gone"
              .formatted(row.name().words(), row.progress().words(), row.file());
      var advice =
          "restore the file (its text is kept: SELECT up FROM deed.migration WHERE version = '%1$s') and run deed apply again, which continues where it stopped; or leave the database as it is: deed rollback --abandon %1$s"
              .formatted(row.version());
      return Optional.of(new Disagreement(standing.name(), message, advice));
    }
    return changed(standing, migration, row);
  }

  private static Optional<Disagreement> changed(
      MigrationStatus standing, Migration migration, HistoryRow row) {
    var script = migration.up().script();
    var statements = MigrationBody.of(script, migration.runsAlone()).statements();
    var finished = row.progress().finished();
    for (var i = 0; i < finished.size(); i++) {
      if (i >= statements.size()
          || !Checksum.of(script.textOf(statements.get(i))).equals(finished.get(i))) {
        var line = i < statements.size() ? statements.get(i).span().line() : 1;
        var message =
            migration.file()
                + ":"
                + line
                + ": statement "
                + (i + 1)
                + " was changed after it was applied; the migration is half-way";
        var advice =
            "restore that statement; those after it may be changed; or leave the database as it is: deed rollback --abandon "
                + row.version();
        return Optional.of(new Disagreement(standing.name(), message, advice));
      }
    }
    return Optional.empty();
  }

  /// @param row of a migration that it requires
  static Disagreement abandoned(Migration migration, HistoryRow row) {
    var message =
        "%s requires %s, which was abandoned half-way"
            .formatted(migration.file(), row.name().words());
    var advice =
        "complete that one by hand and record it (deed stamp --to %s), or remove the line that requires it"
            .formatted(row.version());
    return new Disagreement(migration.name(), message, advice);
  }

  static String passedOver(Migration migration, @Nullable HistoryRow row) {
    return "%s was abandoned%s: apply passes over it until the statements in its file are changed"
        .formatted(migration.name().words(), row == null ? "" : ", with " + row.progress().words());
  }

  /// Running all of it would do a part of it twice.
  static Disagreement partDone(MigrationStatus standing, History history) {
    var migration = Objects.requireNonNull(standing.migration());
    var replaced = new ReplacedMigrations(migration.name().service(), migration.replaces());
    var needed = replaced.needed(history);
    var done = replaced.there(history).stream().map(HistoryRow::version).toList();
    var message =
        "%s replaces %d migrations, and only %d of them %s applied here: %s"
            .formatted(
                migration.file(),
                needed.size(),
                done.size(),
                done.size() == 1 ? "is" : "are",
                done.stream().map(Version::text).collect(Collectors.joining(", ")));
    var advice =
        "roll those back (deed rollback --to <the version before %s>), or apply the rest of the old files from the commit before the squash"
            .formatted(needed.getFirst().version());
    return new Disagreement(standing.name(), message, advice);
  }

  private static String applied(HistoryRow row) {
    return row.attempt().who() + " applied it on " + MINUTE.format(row.attempt().at());
  }
}
