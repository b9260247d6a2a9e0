package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change that is in no file of the repository, to be recorded in the history with its SQL: made
/// by hand, or by `deed exec`.
///
/// @param version null for one from the clock
/// @param description becomes the name
/// @param up the SQL that was run; empty if unknown
/// @param down null if there is none
public record ManualChange(
    DatabaseName database,
    ServiceName service,
    @Nullable Version version,
    String description,
    Section up,
    @Nullable Section down) {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  public ManualChange {
    if (Slug.of(description).isEmpty()) {
      throw new NotRecorded(
          "the description needs a letter or digit: it becomes the name in the history",
          "describe the change: deed record \"add is_deleted to users\"");
    }
    if (down != null && MigrationBody.sendsNothing(down.script())) {
      throw new NotRecorded(
          down.file() + " has no statement: there would be nothing to undo the change with",
          "write the SQL that undoes it, or leave out --down");
    }
    if (version != null && version.isAfterAnyTimestamp()) {
      throw new NotRecorded(
          "version " + version + " has more than 14 digits: every timestamp would come before it",
          "give a timestamp of 14 digits (yyyyMMddHHmmss), or leave out --version to take one from"
              + " the clock");
    }
  }

  /// The row that records it, under a version that neither the files nor the history have.
  ///
  /// @throws NotRecorded if the requested version is taken
  public PlannedMigration move(Migrations files, History history, Instant now) {
    var name = new MigrationName(database, service, free(files, history, now), slug());
    var kept = down == null ? null : down.kept();
    var stored = new HistoryRow.Stored(up.checksum(), up.kept(), kept, null, List.of(), false);
    return new PlannedMigration(
        Direction.STAMP,
        name,
        up.file(),
        MigrationBody.of(up.script(), false),
        stored,
        0,
        false,
        false);
  }

  /// @throws NotRecorded if the history already has an identical change of this service
  public void refuseDuplicate(History history) {
    for (var row : history.rows()) {
      if (row.state() == HistoryRow.State.MANUAL
          && row.name().service().equals(service)
          && row.name().slug().equals(slug())
          && row.stored().checksum().equals(up.checksum())) {
        throw new NotRecorded(
            "this change is already in the history: " + row.name().words(),
            "if it was made again, say so in the description");
      }
    }
  }

  private String slug() {
    return Slug.of(description);
  }

  private Version free(Migrations files, History history, Instant now) {
    if (version != null) {
      refuseTaken(version, files, history);
      return version;
    }
    for (var at = now; ; at = at.plusSeconds(1)) {
      var candidate = new Version(TIMESTAMP.format(at));
      if (history.find(candidate).isEmpty() && files.find(database, candidate).isEmpty()) {
        return candidate;
      }
    }
  }

  private void refuseTaken(Version wanted, Migrations files, History history) {
    var holder =
        history
            .find(wanted)
            .map(row -> row.name().words())
            .or(() -> files.find(database, wanted).map(migration -> migration.file().path()));
    if (holder.isPresent()) {
      throw new NotRecorded(
          "version " + wanted + " is taken by " + holder.get(),
          "give another one, or leave out --version to take one from the clock");
    }
  }

  /// The history already has the change, or cannot have it.
  public static final class NotRecorded extends UserException {

    @Serial private static final long serialVersionUID = 1L;

    NotRecorded(String message, String advice) {
      super(message, advice);
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
