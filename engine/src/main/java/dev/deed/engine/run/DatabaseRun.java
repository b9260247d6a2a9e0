package dev.deed.engine.run;

import dev.deed.engine.Plan;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Target;
import dev.deed.sql.UserException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a run ended on one target.
///
/// @param plan null where it failed before there was one
/// @param done in the order in which it was done
/// @param begun statements that stay of the one behind those, where it failed half-way
/// @param failure null where everything went well
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

  /// What was planned and did not come to be, the failed one first.
  public List<PlannedMigration> notDone() {
    return plan == null ? List.of() : plan.moves().subList(done.size(), plan.moves().size());
  }

  /// Statements of one that is not done which an earlier run or this one has done all the same.
  public int staying(PlannedMigration move) {
    return !notDone().isEmpty() && notDone().getFirst().equals(move)
        ? Math.max(begun, move.done())
        : move.done();
  }
}
