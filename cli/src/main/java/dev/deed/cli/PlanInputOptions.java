package dev.deed.cli;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.job.PlanInputs;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.Targets;
import dev.deed.engine.Goal;
import dev.deed.ownership.Environment;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The starting point of a plan: a server's history, or an assumed one.
final class PlanInputOptions {

  @Option(
      names = {"-e", "--env"},
      paramLabel = "ENVIRONMENT",
      description = "Plan on top of what is applied in this environment.")
  private @Nullable String environment;

  @Option(
      names = "--from",
      paramLabel = "GOAL",
      description =
          "Plan without a server, as if nothing were applied (base), or everything up to a version.")
  private @Nullable String from;

  @Mixin private DatabaseOption database;

  /// @param to a version selects a single database
  PlanInputs premises(Project project, Surroundings surroundings, Goal to) {
    if (environment != null && from == null) {
      var targets = Targets.of(project, environment, surroundings);
      return PlanInputs.read(targets, project.migrations(), targets.addresses(database.name(), to));
    }
    if (from != null && environment == null) {
      var start = start(from);
      var premises = PlanInputs.assumed(project, database.name(), start);
      return to instanceof Goal.At || start instanceof Goal.At ? theOne(premises) : premises;
    }
    throw new NotOne();
  }

  /// Null where no server is asked.
  @Nullable Environment environmentOf(Project project) {
    return environment == null
        ? null
        : project.ownership().environmentNamed(new EnvironmentName(environment)).orElse(null);
  }

  private static Goal start(String text) {
    return Goal.parse(text)
        .filter(goal -> goal instanceof Goal.Base || goal instanceof Goal.At)
        .orElseThrow(() -> new NotAStart(text));
  }

  private static PlanInputs theOne(PlanInputs premises) {
    if (premises.all().size() != 1) {
      throw new Targets.NotNamed(
          new EnvironmentName("the ownership file"),
          premises.all().stream().map(premise -> premise.database().text()).toList());
    }
    return premises;
  }

  /// Neither `--env` nor `--from` was given, or both.
  static final class NotOne extends UserException {

    private static final long serialVersionUID = 1L;

    NotOne() {
      super(
          "a plan needs either an environment or a version to start from",
          "--env ENVIRONMENT reads the history from its servers; --from base or --from VERSION works without a server");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }

  static final class NotAStart extends UserException {

    private static final long serialVersionUID = 1L;

    NotAStart(String text) {
      super("'%s' is not a version to start from".formatted(text), "type base or a version");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
