package dev.deed.cli;

import dev.deed.cli.job.ApplyRun;
import dev.deed.cli.job.ChangeoverRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "abandon",
    header = "Undo the applied parts of a changeover, the last one first.",
    description = {
      "Runs the downs that were kept when the parts were applied. Other migrations",
      "stay. A changeover whose contract is applied cannot be abandoned.",
      ""
    },
    sortOptions = false)
final class ChangeoverAbandonCommand implements ReportingCommand {

  @ParentCommand private ChangeoverCommand parent;

  @Parameters(paramLabel = "CHANGEOVER", description = "The name of the changeover.")
  private String change;

  @Mixin private TargetOptions target;

  @Mixin private RunOptions options;

  @Override
  public Report report() {
    var root = parent.root();
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets = Targets.of(project, target.environment(), root.surroundings());
          var running = new ApplyRun(targets, root.surroundings(), options.settings());
          return new ChangeoverRun(running, target.database()).abandon(change);
        });
  }
}
