package dev.deed.cli.job;

import dev.deed.engine.History;
import dev.deed.engine.Plan;
import dev.deed.engine.run.PlanSource;
import dev.deed.sql.UserException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A premise and the plan made from it.
///
/// @param plan null if there is none
/// @param failure why there is no plan
record PlanResult(PlanInput premise, @Nullable Plan plan, @Nullable UserException failure) {

  static PlanResult of(PlanInput premise, PlanSource planning) {
    var history = premise.history();
    if (history == null) {
      return new PlanResult(premise, null, premise.failure());
    }
    try {
      return new PlanResult(premise, planning.plan(premise.database(), history), null);
    } catch (UserException failure) {
      return new PlanResult(premise, null, failure);
    }
  }

  /// Its plan must not be carried out.
  PlanResult refusedFor(UserException reason) {
    return new PlanResult(premise, null, reason);
  }

  History history() {
    return Objects.requireNonNullElse(premise.history(), History.NONE);
  }
}
