package dev.deed.engine;

import dev.deed.sql.SourceFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of the history table: what a database knows about one version.
///
/// @param file where it came from, as it was shown then; it may be gone
public record HistoryRow(
    MigrationName name,
    SourceFile file,
    State state,
    Stored stored,
    Progress progress,
    Attempt attempt) {

  public enum State {
    /// Done by deed.
    APPLIED,
    /// Begun and not ended: the run still goes on, or was killed, or stopped between two
    /// statements.
    STARTED,
    /// Refused by PostgreSQL; `progress` tells what stays of it.
    FAILED,
    /// The same as `STARTED`, on the way back.
    REVERTING,
    REVERTED,
    /// Done by hand and written down afterwards; there is no file.
    MANUAL,
    /// Recorded without being run.
    STAMPED
  }

  /// What is kept so that it can be compared, and undone, when the file is gone.
  ///
  /// @param down null where there was none
  public record Stored(
      Checksum checksum,
      String up,
      @Nullable String down,
      @Nullable String irreversible,
      List<Requirement> requires) {
    public Stored {
      requires = List.copyOf(requires);
    }

    static Stored of(Migration migration) {
      var down = migration.down();
      return new Stored(
          migration.checksum(),
          migration.up().kept(),
          down == null || !migration.hasDown() ? null : down.kept(),
          migration.irreversible().orElse(null),
          migration.requires());
    }
  }

  /// How far a migration got that does not run in one transaction.
  ///
  /// @param finished checksums of the statements that are done, in order
  /// @param begun a statement outside of transactions was sent whose end was never recorded
  public record Progress(List<Checksum> finished, int statements, boolean begun) {
    public static final Progress NONE = new Progress(List.of(), 0, false);

    public Progress {
      finished = List.copyOf(finished);
    }

    public int done() {
      return finished.size();
    }

    public boolean isHalfWay() {
      return done() > 0 || begun;
    }
  }

  /// Who did it, and when.
  ///
  /// @param position counts applications in the order in which they were recorded
  /// @param who the database role that connected
  /// @param error PostgreSQL's message where it failed
  public record Attempt(
      long position,
      boolean outOfOrder,
      String who,
      Instant at,
      Duration took,
      @Nullable String error) {}

  public Version version() {
    return name.version();
  }

  /// The change is in the database.
  public boolean isDone() {
    return switch (state) {
      case APPLIED, STAMPED, MANUAL -> true;
      case STARTED, FAILED, REVERTING, REVERTED -> false;
    };
  }

  /// The change is in the database, or a part of it.
  boolean isThere() {
    return switch (state) {
      case APPLIED, STAMPED, MANUAL, REVERTING -> true;
      case STARTED, FAILED -> progress.isHalfWay();
      case REVERTED -> false;
    };
  }
}
