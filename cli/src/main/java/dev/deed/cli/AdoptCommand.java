package dev.deed.cli;

import dev.deed.cli.job.AdoptRun;
import dev.deed.cli.job.ApplyRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "adopt",
    header = "Take over the migrations of another tool in an environment, for good.",
    description = {
      "Records in deed's history what the tool's own history says is applied; runs",
      "none of the migrations and leaves the tool's table as it is. The files are used",
      "where they are. From then on, deed apply runs what is pending. Each database is",
      "taken over as a whole or not at all, and the schema is compared before and",
      "after.",
      ""
    },
    sortOptions = false)
final class AdoptCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Mixin private TargetOptions target;

  @Option(names = "--dry-run", description = "Show what would be recorded, and record nothing.")
  private boolean dryRun;

  @Mixin private RunOptions options;

  @Override
  public Report report() {
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets = Targets.of(project, target.environment(), root.surroundings());
          var running = new ApplyRun(targets, root.surroundings(), options.settings());
          return new AdoptRun(running, dryRun).adopt(target.database());
        });
  }
}
