package dev.deed.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The status of one version in one database.
///
/// @param migration null if the file is gone
/// @param row null if the history has no row for the version
public record MigrationStatus(
    MigrationName name, State state, @Nullable Migration migration, @Nullable HistoryRow row) {

  public enum State {
    APPLIED,
    STAMPED,
    MANUAL,
    /// Applied by another tool, as that tool's history says; deed's own history does not have it.
    BY_TOOL,
    PENDING,
    /// Pending, and a later version of another service is already applied.
    PENDING_LATE,
    /// Pending, and a later version of the same service is already applied: refused unless asked
    /// for.
    OVERTAKEN,
    /// The contract of a changeover: pending until its gates open, and later migrations do not wait
    /// for it.
    WAITING,
    /// Rolled back, so pending again.
    REVERTED,
    FAILED,
    /// Some statements are done and others are not; the next run resumes.
    HALF_WAY,
    /// Some of the migrations that it replaces are applied, and others are not.
    PART_DONE,
    /// Applied, and the file's statements were changed afterwards.
    EDITED,
    /// Applied, and the file is missing.
    FILE_GONE,
    /// Failed without leaving anything, and the file is missing: there is nothing left to do.
    FAILED_GONE,
    /// Left half-way on purpose, and the file has not changed since, or is missing.
    ABANDONED;

    /// Applied, and the file agrees.
    public boolean isDone() {
      return switch (this) {
        case APPLIED, STAMPED, MANUAL, BY_TOOL -> true;
        case PENDING,
            PENDING_LATE,
            OVERTAKEN,
            WAITING,
            REVERTED,
            FAILED,
            HALF_WAY,
            PART_DONE,
            EDITED,
            FILE_GONE,
            FAILED_GONE,
            ABANDONED ->
            false;
      };
    }

    /// Neither applied nor to be applied: nothing is left to do.
    public boolean isPassedOver() {
      return this == FAILED_GONE || this == ABANDONED;
    }
  }

  /// Which versions correct which; the file counts, or what was kept of it.
  public static Map<Version, List<Version>> fixedBy(List<MigrationStatus> standings) {
    var fixes = new LinkedHashMap<Version, List<Version>>();
    for (var standing : standings) {
      var migration = standing.migration();
      var row = standing.row();
      fixes.put(
          standing.name().version(),
          migration != null
              ? migration.notes().fixes()
              : row == null ? List.of() : row.stored().notes().fixes());
    }
    return AuthorNotes.fixedBy(fixes);
  }

  /// True if `apply` would run it, or the rest of it.
  public boolean isPending() {
    return switch (state) {
      case PENDING, PENDING_LATE, OVERTAKEN, REVERTED, FAILED, HALF_WAY -> true;
      case APPLIED,
          STAMPED,
          MANUAL,
          BY_TOOL,
          WAITING,
          PART_DONE,
          EDITED,
          FILE_GONE,
          FAILED_GONE,
          ABANDONED ->
          false;
    };
  }
}
