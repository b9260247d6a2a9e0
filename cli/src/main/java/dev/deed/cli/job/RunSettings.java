package dev.deed.cli.job;

import dev.deed.cli.host.EventLog;
import dev.deed.cli.host.LiveProgress;
import dev.deed.cli.host.Progress;
import dev.deed.cli.host.RunDisplay;
import dev.deed.cli.host.Surroundings;
import dev.deed.engine.run.RunPolicy;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The settings of a job that changes databases.
///
/// @param yes a protected environment is changed without asking
/// @param runLockWait for another run's lock; null for the policies' `run_lock_wait`
/// @param manualDone versions whose manual steps a person has done
/// @param cancelBlockers after which time idle sessions in the way are ended; null for never
public record RunSettings(
    boolean yes,
    @Nullable Duration runLockWait,
    @Nullable Duration cancelBlockers,
    Log log,
    Set<String> manualDone) {

  public RunSettings {
    manualDone = Set.copyOf(manualDone);
  }

  /// Without steps that a person has done.
  public RunSettings(
      boolean yes, @Nullable Duration runLockWait, @Nullable Duration cancelBlockers, Log log) {
    this(yes, runLockWait, cancelBlockers, log, Set.of());
  }

  /// The same after a person has done the manual steps of these versions.
  public RunSettings withManualDone(Collection<String> versions) {
    return new RunSettings(yes, runLockWait, cancelBlockers, log, Set.copyOf(versions));
  }

  /// Format of the progress on stderr.
  public enum Log {
    TEXT,
    JSON;

    /// Lines on stderr.
    RunDisplay display(Surroundings surroundings) {
      return switch (this) {
        case JSON -> new EventLog(surroundings.err(), surroundings.clock());
        case TEXT -> new Progress(surroundings.err());
      };
    }
  }

  /// The settings of a job that does not wait.
  public static RunSettings saying(boolean yes) {
    return new RunSettings(yes, null, null, Log.TEXT);
  }

  /// The progress display for a terminal, a program or a log.
  RunDisplay watching(Surroundings surroundings) {
    return log == Log.TEXT && surroundings.watched()
        ? LiveProgress.on(surroundings.err(), surroundings.columns())
        : beside(surroundings);
  }

  /// The same for a job that also asks a question on the screen.
  RunDisplay beside(Surroundings surroundings) {
    return log.display(surroundings);
  }

  RunPolicy policyFor(Targets targets) {
    return targets.policy(runLockWait, cancelBlockers);
  }
}
