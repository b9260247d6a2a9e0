package dev.deed.engine.run;

import dev.deed.engine.Plan;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Requirement;
import dev.deed.engine.connect.Activity;
import dev.deed.engine.connect.Target;
import dev.deed.sql.UserException;
import dev.deed.sql.script.Statement;
import java.time.Duration;
import java.util.List;

/// What happens during a run, as it happens. Every event knows its target, because databases run
/// beside each other.
public sealed interface RunEvent {

  Target target();

  /// Another run is active.
  record RunAwaited(Target target, Activity holder, Duration waited) implements RunEvent {}

  /// Somebody wants an end, and this target is still at work.
  ///
  /// @param grace for what runs now
  record StopAsked(Target target, Duration grace) implements RunEvent {}

  /// The lock is ours and the plan is made.
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

  /// Before an index is built concurrently: the build ends when these have ended.
  record OldSnapshotsFound(Target target, PlannedMigration move, List<Activity> holders)
      implements RunEvent {
    public OldSnapshotsFound {
      holders = List.copyOf(holders);
    }
  }

  /// @param phase in PostgreSQL's words
  /// @param done of `total`, in whatever the phase counts; 0 of 0 where it counts nothing
  record IndexProgress(Target target, PlannedMigration move, String phase, long done, long total)
      implements RunEvent {}

  /// A session that did nothing but keep its transaction open was ended: somebody asked for that.
  record BlockerEnded(Target target, PlannedMigration move, Activity blocker) implements RunEvent {}

  /// Nothing of this try stays; the next comes after the pause.
  ///
  /// @param tries so far
  record Retried(
      Target target, PlannedMigration move, int tries, Duration pause, List<Activity> blockers)
      implements RunEvent {
    public Retried {
      blockers = List.copyOf(blockers);
    }
  }

  /// What a half-finished concurrent statement left behind was cleared.
  record LeftoverCleared(Target target, PlannedMigration move, String object) implements RunEvent {}

  /// PostgreSQL has something to say: `RAISE NOTICE`, a warning.
  record Noticed(Target target, PlannedMigration move, String severity, String message)
      implements RunEvent {}

  /// The connection was cut, and the history was asked what had become of the step.
  ///
  /// @param done it had been committed
  record OutcomeFound(Target target, PlannedMigration move, boolean done) implements RunEvent {}

  record MoveDone(Target target, PlannedMigration move, Duration took) implements RunEvent {}

  record RunFailed(Target target, UserException failure) implements RunEvent {}

  record RunDone(Target target, int moves, Duration took) implements RunEvent {}
}
