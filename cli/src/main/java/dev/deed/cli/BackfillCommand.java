package dev.deed.cli;

import dev.deed.cli.job.ApplyRun;
import dev.deed.cli.job.ChangeoverQuery;
import dev.deed.cli.job.ChangeoverRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.RunSettings;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.DatabaseReport.ChangedOver.View;
import dev.deed.cli.report.Report;
import dev.deed.engine.run.ChangeoverNotes.Steering;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "backfill",
    header = "Show, pause, resume or throttle statements that run in batches.",
    description = {
      "Works from another terminal while deed apply runs the backfill, which obeys",
      "after a batch or two. status shows how far each one is, and changes nothing.",
      ""
    },
    sortOptions = false)
final class BackfillCommand implements ReportingCommand {

  /// What is asked of a backfill.
  enum Action {
    STATUS,
    PAUSE,
    RESUME,
    THROTTLE
  }

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec specification;

  @Parameters(
      paramLabel = "ACTION",
      arity = "0..1",
      defaultValue = "status",
      description = "status, pause, resume or throttle (default: ${DEFAULT-VALUE}).")
  private Action action = Action.STATUS;

  @Parameters(
      paramLabel = "VERSION",
      index = "1",
      arity = "0..1",
      description = "Only the backfill of this migration (default: all that are under way).")
  private @Nullable String version;

  @Mixin private TargetOptions target;

  @Option(names = "--batch", paramLabel = "ROWS", description = "throttle: rows of a batch.")
  private @Nullable Integer batch;

  @Option(
      names = "--pause",
      paramLabel = "DURATION",
      description = "throttle: pause after each batch.")
  private @Nullable Duration pause;

  @Override
  public Report report() {
    if ((action == Action.THROTTLE) != (batch != null || pause != null)) {
      throw new ParameterException(
          specification.commandLine(),
          action == Action.THROTTLE
              ? "throttle needs --batch ROWS or --pause DURATION"
              : "--batch and --pause are only for throttle");
    }
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets = Targets.of(project, target.environment(), root.surroundings());
          var running = new ApplyRun(targets, root.surroundings(), RunSettings.saying(true));
          var steering = new ChangeoverRun(running, target.database());
          return switch (action) {
            case STATUS ->
                new ChangeoverQuery(List.of(targets), target.database(), null, View.BACKFILLS)
                    .report();
            case PAUSE -> steering.steer(version, new Steering("pause", null, null));
            case RESUME -> steering.steer(version, new Steering("run", null, null));
            case THROTTLE -> steering.steer(version, new Steering(null, batch, pause));
          };
        });
  }
}
