package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.host.TypedLine;
import dev.deed.cli.report.PrintableText;
import dev.deed.engine.Direction;
import dev.deed.engine.Plan;
import dev.deed.engine.PlannedMigration;
import dev.deed.ownership.Environment;
import dev.deed.sql.UserException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a person has to do by hand before migrations are applied. In a protected environment,
/// nothing is sent before it is said to be done, of each by its version: `--yes` alone does not
/// answer.
final class ManualSteps {

  private final Surroundings surroundings;
  private final Environment environment;
  private final Set<String> done;

  /// @param done versions, or database/version
  ManualSteps(Surroundings surroundings, Environment environment, Collection<String> done) {
    this.surroundings = surroundings;
    this.environment = environment;
    this.done = new HashSet<>(done);
  }

  /// What the authors tell, for those who watch the run.
  static List<String> notices(Plan plan) {
    var notices = new ArrayList<String>();
    for (var move : plan.moves()) {
      var notes = move.notes();
      notes.why().forEach(why -> notices.add("%s: why: %s".formatted(move.name(), why)));
      notes
          .manualSteps()
          .forEach(step -> notices.add("%s: by hand first: %s".formatted(move.name(), step)));
    }
    return notices;
  }

  boolean canAsk() {
    return environment.isProtected() && surroundings.terminal();
  }

  /// Asks for each migration whose steps are not said to be done.
  ///
  /// @throws NotDone at the first answer that is not its version
  void ask(List<Plan> plans) {
    if (!canAsk()) {
      return;
    }
    for (var move : open(plans)) {
      var err = surroundings.err();
      err.println("%s: to be done by hand before it is applied:".formatted(move.name().words()));
      move.notes().manualSteps().forEach(step -> err.println("  - " + PrintableText.line(step)));
      err.print("Type %s if this is done: ".formatted(move.name().version()));
      err.flush();
      if (!TypedLine.read(surroundings.in()).equals(move.name().version().text())) {
        throw new NotDone(List.of(move), environment);
      }
      done.add(place(move));
    }
  }

  /// @param plans of all databases of the run: none is begun while one of them waits
  /// @throws NotDone where a step is not said to be done
  void refuseOpen(List<Plan> plans) {
    var open = open(plans);
    if (environment.isProtected() && !open.isEmpty()) {
      throw new NotDone(open, environment);
    }
  }

  /// Where a part of it is applied already, they were done before.
  private List<PlannedMigration> open(List<Plan> plans) {
    return plans.stream()
        .flatMap(plan -> plan.moves().stream())
        .filter(move -> move.direction() == Direction.UP && move.done() == 0)
        .filter(move -> !move.notes().manualSteps().isEmpty())
        .filter(move -> !done.contains(place(move)) && !done.contains(move.name().version().text()))
        .toList();
  }

  private static String place(PlannedMigration move) {
    return move.name().database() + "/" + move.name().version();
  }

  /// A person has not said that the manual steps of a migration are done.
  static final class NotDone extends UserException {

    private static final long serialVersionUID = 1L;

    NotDone(List<PlannedMigration> open, Environment environment) {
      super(
          "%s is protected, and these have steps to be done by hand first; nothing was sent:"
                  .formatted(environment.name())
              + open.stream()
                  .flatMap(move ->
                      move.notes().manualSteps().stream()
                          .map(step -> "\n  %s: %s".formatted(move.name().words(), step)))
                  .collect(Collectors.joining()),
          "do them, then say so: deed apply --env %s%s"
              .formatted(
                  environment.name(),
                  open.stream()
                      .map(move -> " --manual-done " + place(move))
                      .collect(Collectors.joining())));
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
