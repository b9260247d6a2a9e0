package dev.deed.engine;

import org.jspecify.annotations.Nullable;

/// Where one version stands in one database.
///
/// @param migration null where the file is gone
/// @param row null where the database has never heard of it
public record MigrationStatus(
    MigrationName name, State state, @Nullable Migration migration, @Nullable HistoryRow row) {

  public enum State {
    APPLIED,
    STAMPED,
    MANUAL,
    PENDING,
    /// Pending, and a later version of another service is applied already.
    PENDING_LATE,
    /// Pending, and a later version of the same service is applied already: refused unless asked
    /// for.
    OVERTAKEN,
    /// Pending again.
    REVERTED,
    FAILED,
    /// Some statements are done and some are not; the next run resumes.
    HALF_WAY,
    /// Applied, and the file's statements were changed afterwards.
    EDITED,
    /// Applied, and the file is not there.
    FILE_GONE;

    /// Applied, and the file agrees.
    public boolean isDone() {
      return switch (this) {
        case APPLIED, STAMPED, MANUAL -> true;
        case PENDING, PENDING_LATE, OVERTAKEN, REVERTED, FAILED, HALF_WAY, EDITED, FILE_GONE ->
            false;
      };
    }
  }

  /// `apply` would run it, or the rest of it.
  public boolean isPending() {
    return switch (state) {
      case PENDING, PENDING_LATE, OVERTAKEN, REVERTED, FAILED, HALF_WAY -> true;
      case APPLIED, STAMPED, MANUAL, EDITED, FILE_GONE -> false;
    };
  }
}
