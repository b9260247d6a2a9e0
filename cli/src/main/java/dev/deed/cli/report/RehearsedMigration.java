package dev.deed.cli.report;

import dev.deed.drift.DriftReport;
import dev.deed.engine.Checksum;
import dev.deed.engine.MigrationName;
import dev.deed.engine.rehearsal.Load;
import dev.deed.engine.rehearsal.Sighting;
import dev.deed.ownership.Service;
import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.LockMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the rehearsal of one migration has shown: up, down, and up again.
///
/// @param up what was seen of the first up
/// @param down what was seen of the down
public record RehearsedMigration(
    MigrationName name,
    SourceFile file,
    Checksum checksum,
    Legs legs,
    Seen up,
    Seen down,
    List<Finding> findings) {

  public RehearsedMigration {
    findings = List.copyOf(findings);
  }

  /// @param again the second up
  public record Legs(Leg up, Leg down, Leg again) {

    /// Whether all of it was tried, and led back and forth.
    public boolean isProved() {
      return up.result() == Result.DONE
          && down.result() == Result.SAME
          && again.result() == Result.SAME;
    }
  }

  /// One way.
  ///
  /// @param took null where nothing ran
  /// @param words why it has failed, or was not tried; what else differs; empty otherwise
  /// @param difference from what was expected; null where there is none
  public record Leg(
      Result result, @Nullable Duration took, String words, @Nullable DriftReport difference) {

    public static Leg of(Result result, @Nullable Duration took) {
      return new Leg(result, took, "", null);
    }

    public static Leg untried(Result result, String words) {
      return new Leg(result, null, words, null);
    }
  }

  public enum Result {
    /// It ran.
    DONE,
    /// It ran, and the schema is the one that was expected.
    SAME,
    /// It ran, and the schema is the one that was expected; rows, or what else there is on the
    /// server, are not. The words name them.
    SCHEMA_ONLY,
    /// It ran, and the schema is another one.
    DIFFERENT,
    FAILED,
    /// The migration has no down.
    NO_DOWN,
    /// There is no down on purpose.
    IRREVERSIBLE,
    NOT_TRIED;

    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /// @param waited how long the transactions of the load waited; null without a load
  public record Seen(Sighting sighting, List<OwnedLock> locks, Load.@Nullable Waits waited) {

    public static final Seen NOTHING = new Seen(Sighting.NOTHING, List.of(), null);

    public Seen {
      locks = List.copyOf(locks);
    }
  }

  /// @param owner of the relation; null if none is known
  /// @param foreseen what `check` and `plan` say of it; null if nothing
  public record OwnedLock(
      Sighting.Lock lock, @Nullable Service owner, @Nullable LockMode foreseen) {

    public boolean isForeseen() {
      return lock.mode() == foreseen;
    }
  }
}
