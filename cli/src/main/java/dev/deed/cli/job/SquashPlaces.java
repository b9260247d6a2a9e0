package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Squash;
import dev.deed.engine.look.Histories;
import dev.deed.ownership.Environment;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Where the migrations of a squash are applied already.
record SquashPlaces(Project project, Surroundings surroundings, DatabaseName database) {

  /// @param isBaseline protected environments may have them
  /// @return what the user should know of environments that could not be asked
  /// @throws NotSquashed if an environment has some of them and not others, or a protected one has
  ///   them
  List<String> allow(List<Squash> squashes, boolean isBaseline) {
    var remarks = new ArrayList<String>();
    var refusals = new ArrayList<String>();
    for (var environment : project.ownership().environments()) {
      if (environment.urlOf(database).isPresent()) {
        ask(environment, squashes, isBaseline, remarks, refusals);
      }
    }
    if (!refusals.isEmpty()) {
      throw new NotSquashed(
          String.join("\n", refusals),
          refusals.stream().anyMatch(r -> r.contains("only"))
              ? "apply the rest there first (deed apply), or leave out what is applied: --since"
              : "choose later migrations (--since), or declare that the file replaces what is applied: --baseline");
    }
    return remarks;
  }

  private void ask(
      Environment environment,
      List<Squash> squashes,
      boolean isBaseline,
      List<String> remarks,
      List<String> refusals) {
    History history;
    try {
      var targets = Targets.of(project, environment.name().text(), surroundings);
      history = Histories.read(targets.address(database.text()), targets.patience());
    } catch (UserException failure) {
      if (environment.isProtected()) {
        throw failure;
      }
      remarks.add(
          "%s was not asked which of them it has: %s"
              .formatted(environment.name(), failure.getMessage()));
      return;
    }
    for (var squash : squashes) {
      var there = applied(squash, history);
      var service = squash.parts().getFirst().name().service();
      if (there.size() == squash.parts().size()) {
        if (environment.isProtected() && !isBaseline) {
          refusals.add(
              "%s is protected and has the migrations of %s applied"
                  .formatted(environment.name(), service));
        }
      } else if (!there.isEmpty()) {
        refusals.add(
            "%s has only %d of the %d migrations of %s: %s"
                .formatted(
                    environment.name(),
                    there.size(),
                    squash.parts().size(),
                    service,
                    String.join(", ", there)));
      }
    }
  }

  private static List<String> applied(Squash squash, History history) {
    return squash.parts().stream()
        .filter(part -> history.find(part.version()).filter(HistoryRow::isDone).isPresent())
        .map(part -> part.version().text())
        .collect(Collectors.toList());
  }

  /// The migrations stay as they are.
  static final class NotSquashed extends UserException {

    private static final long serialVersionUID = 1L;

    NotSquashed(String message, String advice) {
      super(message, advice);
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
