package dev.deed.cli.report;

import dev.deed.engine.connect.Target;
import dev.deed.sql.UserException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A backup of one database.
///
/// @param state null if there is none
/// @param problem why it is not proved that it can be restored; null where it is proved
/// @param kept the migrations for which it is evidence
/// @param failure why there is no backup, or why the evidence was not kept; null for neither
public record SavedDatabase(
    Target target,
    @Nullable State state,
    @Nullable String problem,
    List<String> kept,
    @Nullable UserException failure) {

  public SavedDatabase {
    kept = List.copyOf(kept);
  }

  /// What was saved.
  ///
  /// @param place the file, or the branch at a provider
  /// @param bytes of the file; 0 for a branch
  /// @param tables whose rows are saved
  /// @param lsn empty where the server does not say
  public record State(String place, long bytes, int tables, long rows, Instant time, String lsn) {}

  public static SavedDatabase failed(Target target, UserException failure) {
    return new SavedDatabase(target, null, null, List.of(), failure);
  }

  boolean isGood() {
    return state != null && problem == null;
  }
}
