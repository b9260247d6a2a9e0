package dev.deed.cli.job;

import dev.deed.cli.report.DatabasePlan.Met;
import dev.deed.engine.Direction;
import dev.deed.engine.History;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Requirement;
import dev.deed.engine.run.PlanSource;
import dev.deed.engine.run.RequirementNotMet;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The plans of several databases, made together: what one of them requires may be in another's
/// plan, or in none, and then `apply` would refuse it.
final class PlanResults {

  private final List<PlanResult> all;
  private final Map<DatabaseName, PlanInput> others;
  private final Set<Requirement> planned = new HashSet<>();

  private PlanResults(List<PlanResult> all, Map<DatabaseName, PlanInput> others) {
    this.all = all;
    this.others = others;
    for (var result : all) {
      var plan = result.plan();
      if (plan != null) {
        plan.moves()
            .forEach(move -> planned.add(new Requirement(plan.database(), move.name().version())));
      }
    }
  }

  static PlanResults of(PlanInputs inputs, PlanSource planning) {
    var made = inputs.all().stream().map(input -> PlanResult.of(input, planning)).toList();
    var results = new PlanResults(made, inputs.others());
    for (var refused = results.refused(); !refused.equals(results.all); ) {
      results = new PlanResults(refused, inputs.others());
      refused = results.refused();
    }
    return results;
  }

  List<PlanResult> all() {
    return all;
  }

  /// A plan that is refused may leave another one without what it requires.
  private List<PlanResult> refused() {
    var refused = new ArrayList<PlanResult>();
    for (var result : all) {
      refused.add(refusal(result).map(failure -> result.refusedFor(failure)).orElse(result));
    }
    return refused;
  }

  private Optional<UserException> refusal(PlanResult result) {
    var plan = result.plan();
    var isOffline = result.premise().target() == null;
    if (plan == null || isOffline) {
      return Optional.empty();
    }
    return plan.moves().stream()
        .flatMap(move -> requirements(move).stream().map(required -> refusal(move, required)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<UserException> refusal(PlannedMigration move, Requirement required) {
    return switch (met(required)) {
      case APPLIED, IN_THIS_PLAN -> Optional.empty();
      case NOT_APPLIED -> Optional.of(RequirementNotMet.beforeTheRun(move, required));
      case UNKNOWN -> {
        var other = others.get(required.database());
        yield other == null || other.failure() == null
            ? Optional.of(RequirementNotMet.beforeTheRun(move, required))
            : Optional.of(other.failure());
      }
    };
  }

  static List<Requirement> requirements(PlannedMigration move) {
    return move.direction() == Direction.UP ? move.stored().requires() : List.of();
  }

  Met met(Requirement required) {
    var history = histories().get(required.database());
    if (history != null && history.isDone(required.version())) {
      return Met.APPLIED;
    }
    if (planned.contains(required)) {
      return Met.IN_THIS_PLAN;
    }
    return history == null ? Met.UNKNOWN : Met.NOT_APPLIED;
  }

  private Map<DatabaseName, History> histories() {
    var histories =
        others.values().stream()
            .filter(other -> other.history() != null)
            .collect(Collectors.toMap(PlanInput::database, PlanInput::knownHistory));
    all.forEach(result -> histories.put(result.premise().database(), result.history()));
    return histories;
  }
}
