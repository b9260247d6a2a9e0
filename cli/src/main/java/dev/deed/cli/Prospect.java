package dev.deed.cli;

import dev.deed.engine.History;
import dev.deed.engine.Plan;
import dev.deed.engine.run.Planning;
import dev.deed.sql.UserException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A premise and the plan made from it.
///
/// @param plan null if there is none
/// @param failure why there is no plan
record Prospect(Premise premise, @Nullable Plan plan, @Nullable UserException failure) {

  static Prospect of(Premise premise, Planning planning) {
    var history = premise.history();
    if (history == null) {
      return new Prospect(premise, null, premise.failure());
    }
    try {
      return new Prospect(premise, planning.plan(premise.database(), history), null);
    } catch (UserException failure) {
      return new Prospect(premise, null, failure);
    }
  }

  History history() {
    return Objects.requireNonNullElse(premise.history(), History.NONE);
  }
}
