package dev.deed.engine;

import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of the history table: the state of one version in a database.
///
/// @param file its path at that time; the file may be gone
public record HistoryRow(
    MigrationName name,
    SourceFile file,
    State state,
    Stored stored,
    Progress progress,
    Attempt attempt) {

  public enum State {
    /// Applied by deed.
    APPLIED,
    /// Begun and not ended: the run is still active, was killed, or stopped between two statements.
    STARTED,
    /// PostgreSQL refused a statement; `progress` says which statements stay.
    FAILED,
    /// Like `STARTED`, during a rollback.
    REVERTING,
    REVERTED,
    /// Changed by hand and recorded afterwards; there is no file.
    MANUAL,
    /// Recorded without being run.
    STAMPED,
    /// Was half-way, and a person decided to leave the database as it is.
    ABANDONED,
    /// The same, of one that was half rolled back.
    ABANDONED_ROLLBACK;

    boolean isOfRollback() {
      return this == REVERTING || this == ABANDONED_ROLLBACK;
    }
  }

  /// Stored so that a migration can be compared and undone after its file is gone.
  ///
  /// @param down null if there was none
  /// @param alone up and down run statement by statement
  /// @param sealed the checksum of all this that the history keeps next to it; null where it was
  ///   not read from a history, or an older deed wrote the row
  public record Stored(
      Checksum checksum,
      String up,
      @Nullable String down,
      @Nullable String irreversible,
      List<Requirement> requires,
      boolean alone,
      @Nullable Checksum sealed) {
    public Stored {
      requires = List.copyOf(requires);
    }

    public Stored(
        Checksum checksum,
        String up,
        @Nullable String down,
        @Nullable String irreversible,
        List<Requirement> requires,
        boolean alone) {
      this(checksum, up, down, irreversible, requires, alone, null);
    }

    /// Covers everything that is stored, to the letter: a rollback runs it.
    public Checksum seal() {
      var parts = new ArrayList<@Nullable String>();
      parts.add(checksum.hex());
      parts.add(up);
      parts.add(down);
      parts.add(irreversible);
      requires.forEach(requirement -> parts.add(requirement.toString()));
      parts.add(String.valueOf(alone));
      return Checksum.ofParts(parts);
    }

    /// As a database with that encoding can keep it: what it lacks can only be in comments.
    public Stored in(DatabaseEncoding encoding) {
      return new Stored(
          checksum,
          encoding.legible(up),
          down == null ? null : encoding.legible(down),
          irreversible == null ? null : encoding.legible(irreversible),
          requires,
          alone,
          sealed);
    }

    /// False where the row was changed after deed wrote it.
    public boolean isAsWritten() {
      return sealed == null || sealed.equals(seal());
    }

    /// Neither a text, nor one with a statement in it. A text that cannot be read is not none.
    public boolean hasNoDown() {
      if (down == null) {
        return true;
      }
      var script = ScriptReader.read(new SourceFile("down"), down);
      return MigrationBody.sendsNothing(script);
    }

    /// What the author told when it was applied.
    AuthorNotes notes() {
      return AuthorNotes.mayHave(up)
          ? AuthorNotes.of(ScriptReader.read(new SourceFile("kept"), up))
          : AuthorNotes.NONE;
    }

    /// Checksums of the statements that are sent to carry out what is under way in that state.
    public List<Checksum> statements(State state) {
      var text = state.isOfRollback() ? down : up;
      var script = ScriptReader.read(new SourceFile("kept"), text == null ? "" : text);
      return MigrationBody.of(script, alone).checksums();
    }

    /// Whether the texts that an older deed has kept ask for that: it kept no more.
    public static boolean isAlone(SourceFile file, String up, @Nullable String down) {
      return (Section.addressesDeed(up) || (down != null && Section.addressesDeed(down)))
          && Directives.of(
                  file, new Section(file, up), down == null ? null : new Section(file, down))
              .alone();
    }

    static Stored of(Migration migration) {
      var down = migration.down();
      return new Stored(
          migration.checksum(),
          migration.up().kept(),
          down == null || !migration.hasDown() ? null : down.kept(),
          migration.irreversible().orElse(null),
          migration.requires(),
          migration.runsAlone());
    }
  }

  /// The progress of a migration that does not run in one transaction.
  ///
  /// @param finished checksums of the statements that are done, in order
  /// @param begun a statement outside of transactions was sent and its outcome was never recorded
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

    /// `2 of 3 statements applied`.
    String words() {
      return "%d of %d statements applied%s"
          .formatted(done(), statements, begun ? ", the next one sent" : "");
    }
  }

  /// The attempt that the row records.
  ///
  /// @param position counts applications in the order in which they were recorded
  /// @param who the database role that connected
  /// @param error PostgreSQL's message if the attempt failed
  public record Attempt(
      long position,
      boolean outOfOrder,
      String who,
      Instant at,
      Duration took,
      @Nullable String error) {}

  /// Which versions of a history correct which, by what was kept of them.
  public static Map<Version, List<Version>> fixedBy(List<HistoryRow> rows) {
    var fixes = new LinkedHashMap<Version, List<Version>>();
    rows.forEach(row -> fixes.put(row.version(), row.stored().notes().fixes()));
    return AuthorNotes.fixedBy(fixes);
  }

  HistoryRow as(Version known) {
    var placed = new MigrationName(name.database(), name.service(), known, name.slug());
    return new HistoryRow(placed, file, state, stored, progress, attempt);
  }

  public Version version() {
    return name.version();
  }

  /// The whole change is in the database.
  public boolean isDone() {
    return switch (state) {
      case APPLIED, STAMPED, MANUAL -> true;
      case STARTED, FAILED, REVERTING, REVERTED, ABANDONED, ABANDONED_ROLLBACK -> false;
    };
  }

  /// Done, and its tool runs the file again now that it has changed.
  boolean isOutdated(Migration migration) {
    return migration.origin().isRepeatable()
        && state != State.MANUAL
        && migration.isComparable(this)
        && !migration.up().isAs(stored.checksum());
  }

  /// Says where the others are: what is repeated comes after all of them.
  boolean isMark() {
    return isDone() && state != State.MANUAL && version().place() < Version.LAST;
  }

  /// `apply` has begun it and did not come to its end.
  boolean isUnfinishedUp() {
    return state == State.STARTED || state == State.FAILED;
  }

  /// Abandoned, and its file has not changed since: running it again would do a part of it twice.
  boolean isLeftAlone(Migration migration) {
    return isAbandoned() && migration.up().isAs(stored.checksum());
  }

  public boolean isAbandoned() {
    return state == State.ABANDONED || state == State.ABANDONED_ROLLBACK;
  }

  /// The change is in the database, or a part of it.
  boolean isThere() {
    return switch (state) {
      case APPLIED, STAMPED, MANUAL, REVERTING -> true;
      case STARTED, FAILED -> progress.isHalfWay();
      case REVERTED, ABANDONED, ABANDONED_ROLLBACK -> false;
    };
  }
}
