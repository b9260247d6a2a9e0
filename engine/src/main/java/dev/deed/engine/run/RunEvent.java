package dev.deed.engine.run;

import dev.deed.engine.Plan;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Requirement;
import dev.deed.engine.connect.Activity;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.sql.UserException;
import dev.deed.sql.script.Statement;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLWarning;

/// An event during a run, reported as it happens. Every event has its target, because several
/// databases run at once.
public sealed interface RunEvent {

  Target target();

  /// The server has not answered for a while, not even on a connection of its own.
  record AnswerAwaited(Target target, String place, Duration waited) implements RunEvent {}

  /// The server does not answer yet.
  record ConnectionAwaited(Patience.Waiting waiting) implements RunEvent {
    @Override
    public Target target() {
      return waiting.target();
    }
  }

  /// Another run is active.
  record RunAwaited(Target target, Activity holder, Duration waited) implements RunEvent {}

  /// A stop was requested, and this target is still working.
  ///
  /// @param grace for the statement in progress
  record StopAsked(Target target, Duration grace) implements RunEvent {}

  /// The run lock is held and the plan is made.
  record RunStarted(Target target, Plan plan) implements RunEvent {}

  /// A migration of another database has to come first.
  record RequirementAwaited(Target target, PlannedMigration move, Requirement requirement)
      implements RunEvent {}

  record MoveStarted(Target target, PlannedMigration move) implements RunEvent {}

  /// @param position of the statement in the move's body, from 0
  record StatementStarted(Target target, PlannedMigration move, int position, Statement statement)
      implements RunEvent {}

  record StatementDone(Target target, PlannedMigration move, int position, Duration took)
      implements RunEvent {}

  /// Other sessions hold a lock that the statement waits for.
  record LockAwaited(Target target, PlannedMigration move, List<Activity> blockers)
      implements RunEvent {
    public LockAwaited {
      blockers = List.copyOf(blockers);
    }
  }

  /// Reported before a concurrent index build: it ends only when these transactions have ended.
  record OldSnapshotsFound(Target target, PlannedMigration move, List<Activity> holders)
      implements RunEvent {
    public OldSnapshotsFound {
      holders = List.copyOf(holders);
    }
  }

  /// @param phase in PostgreSQL's words
  /// @param done of `total`, in the phase's unit; 0 of 0 if the phase has none
  record IndexProgress(Target target, PlannedMigration move, String phase, long done, long total)
      implements RunEvent {}

  /// A statement that runs in batches.
  ///
  /// @param rows that were changed so far
  /// @param passed of `total` rows, an estimate
  /// @param rate rows that were passed in a second of this run
  /// @param waits why it does nothing now; null where it goes on
  record BackfillProgress(
      Target target,
      PlannedMigration move,
      String table,
      long rows,
      long passed,
      long total,
      long rate,
      @Nullable String waits)
      implements RunEvent {

    public int percent() {
      return total == 0 ? 0 : (int) Math.min(100, passed * 100 / total);
    }

    /// Null where nothing is known of it.
    public @Nullable Duration left() {
      return rate == 0 ? null : Duration.ofSeconds(Math.max(0, total - passed) / rate);
    }
  }

  /// A session that was idle in a transaction was terminated, as the user asked.
  record BlockerEnded(Target target, PlannedMigration move, Activity blocker) implements RunEvent {}

  /// Nothing of this try stays; the next one comes after the pause.
  ///
  /// @param tries so far
  record Retried(
      Target target, PlannedMigration move, int tries, Duration pause, List<Activity> blockers)
      implements RunEvent {
    public Retried {
      blockers = List.copyOf(blockers);
    }
  }

  /// A leftover of an interrupted concurrent statement was dropped.
  record LeftoverCleared(Target target, PlannedMigration move, String object) implements RunEvent {}

  /// PostgreSQL sent a message: `RAISE NOTICE`, a warning.
  record Noticed(Target target, PlannedMigration move, String severity, String message)
      implements RunEvent {

    static Noticed of(Target target, PlannedMigration move, SQLWarning warning) {
      var message = warning instanceof PSQLWarning notice ? notice.getServerErrorMessage() : null;
      var severity = message == null ? null : message.getSeverity();
      return new Noticed(
          target,
          move,
          severity == null ? "NOTICE" : severity,
          String.valueOf(warning.getMessage()));
    }
  }

  /// The connection was lost, and the history was read to find the outcome of the step.
  ///
  /// @param done the step had been committed
  record OutcomeFound(Target target, PlannedMigration move, boolean done) implements RunEvent {}

  record MoveDone(Target target, PlannedMigration move, Duration took) implements RunEvent {}

  record RunFailed(Target target, UserException failure) implements RunEvent {}

  record RunDone(Target target, int moves, Duration took) implements RunEvent {}
}
