package dev.deed.engine.run;

import dev.deed.engine.Plan;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Target;
import dev.deed.sql.UserException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The outcome of a run on one target.
///
/// @param plan null if the run failed before there was one
/// @param done in the order in which they were done
/// @param begun number of statements that stay of the migration after those, if it failed half-way
/// @param failure null if the run succeeded
public record DatabaseRun(
    Target target,
    @Nullable Plan plan,
    List<Done> done,
    int begun,
    @Nullable UserException failure,
    Duration took) {

  public DatabaseRun {
    done = List.copyOf(done);
  }

  public record Done(PlannedMigration move, Duration took) {}

  public boolean isFailed() {
    return failure != null;
  }

  /// Planned moves that were not completed, the failed one first.
  public List<PlannedMigration> notDone() {
    return plan == null ? List.of() : plan.moves().subList(done.size(), plan.moves().size());
  }

  /// The connection was lost during that one, and the server could not be asked about the outcome.
  public boolean isUnknown(PlannedMigration move) {
    return failure instanceof ConnectionLost && notDone().indexOf(move) == 0;
  }

  /// Number of statements that stay of a move that is not done, from an earlier run or this one.
  public int staying(PlannedMigration move) {
    return !notDone().isEmpty() && notDone().getFirst().equals(move)
        ? Math.max(begun, move.done())
        : move.done();
  }
}
