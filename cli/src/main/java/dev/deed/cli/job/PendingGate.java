package dev.deed.cli.job;

import dev.deed.cli.report.Report;
import dev.deed.engine.History;
import dev.deed.engine.Plan;
import dev.deed.engine.connect.Address;
import dev.deed.engine.look.Histories;
import dev.deed.engine.run.PlanSource;
import dev.deed.sql.DatabaseName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Stands between a plan and its run. The first database that has something pending has the gate
/// asked of all that the run would do, in every database: where it says no, nothing is sent to any.
/// Where nothing is pending, nothing is read.
final class PendingGate {

  private final Function<List<PlanResult>, GateAnswer> gate;
  private final Targets targets;
  private final List<Address> addresses;
  private final PlanSource planning;
  private final Map<DatabaseName, PlanResult> known = new HashMap<>();
  private @Nullable GateAnswer answer;

  /// @param gate asked where something is pending
  PendingGate(
      Function<List<PlanResult>, GateAnswer> gate,
      Targets targets,
      List<Address> addresses,
      PlanSource planning) {
    this.gate = gate;
    this.targets = targets;
    this.addresses = addresses;
    this.planning = planning;
  }

  /// @throws GateRefused where the gate says no, to this plan or to one of the others
  Plan plan(DatabaseName database, History history) {
    var plan = planning.plan(database, history);
    if (plan.moves().isEmpty()) {
      return plan;
    }
    var said = answer(PlanResult.of(new PlanInput(database, null, history, null), (_, _) -> plan));
    if (said.isNo()) {
      throw said.refusal();
    }
    return plan.withNotices(said.noticesOf(plan));
  }

  /// The plans of all databases that are known.
  synchronized List<Plan> plans() {
    return known.values().stream().map(PlanResult::plan).filter(Objects::nonNull).toList();
  }

  /// Before a person is asked whether to go on, so that the question is not about a refused plan.
  void lookAhead() {
    addresses.forEach(address -> ask(address.target().database()));
    answerOf(List.copyOf(known.values()));
  }

  /// The report of a run that the gate has stopped, in place of that of what was not done.
  Report report(Report ran) {
    var said = answer;
    if (said == null || !said.isNo()) {
      return ran;
    }
    return said.report(place(), ran.failures());
  }

  /// As `report`, before anything ran.
  Optional<Report> refusal() {
    var said = answer;
    return said == null || !said.isNo()
        ? Optional.empty()
        : Optional.of(said.report(place(), List.of()));
  }

  private String place() {
    return targets.environment().name().text();
  }

  private synchronized GateAnswer answer(PlanResult own) {
    var database = own.premise().database();
    known.put(database, own);
    var said = answer;
    if (said != null && own.plan() != null && said.speaksOf(own.plan())) {
      return said;
    }
    addresses.stream()
        .map(address -> address.target().database())
        .filter(name -> !known.containsKey(name))
        .forEach(this::ask);
    return answerOf(List.copyOf(known.values()));
  }

  private GateAnswer answerOf(List<PlanResult> results) {
    var said = gate.apply(results);
    answer = said;
    return said;
  }

  /// A database that cannot be asked is told of by its own run.
  private void ask(DatabaseName name) {
    addresses.stream()
        .filter(address -> address.target().database().equals(name))
        .flatMap(address -> Histories.read(List.of(address), targets.patience()).stream())
        .forEach(reading -> known.put(name, PlanResult.of(PlanInput.of(reading), planning)));
  }
}
