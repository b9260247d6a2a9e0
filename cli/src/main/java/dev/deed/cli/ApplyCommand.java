package dev.deed.cli;

import dev.deed.cli.job.ApplyRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "apply",
    header = "Apply pending migrations to all databases in parallel.",
    description = {
      "Each migration runs in one transaction together with its history row.",
      "Statements that PostgreSQL does not allow in a transaction run outside of one,",
      "and an interrupted run resumes where it stopped. If deed check finds an error",
      "in a pending migration, or the environment requires what it does not have,",
      "nothing is sent to any database.",
      ""
    },
    sortOptions = false)
final class ApplyCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Mixin private TargetOptions target;

  @Mixin private SelectionOptions what;

  @Mixin private ForceOptions force;

  @Mixin private RunOptions options;

  @Mixin private EvidenceOption evidence;

  @Option(
      names = "--manual-done",
      split = ",",
      paramLabel = "VERSION",
      description =
          "The manual steps of this migration are done; can be repeated. --yes does not say so.")
  private List<String> manualDone = List.of();

  @Option(names = "--dry-run", description = "Show the plan without running it.")
  private boolean dryRun;

  @Override
  public Report report() {
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        named -> {
          var project = evidence.of(named, root.surroundings());
          var targets = Targets.of(project, target.environment(), root.surroundings());
          var wish = force.on(what.wish(project.ownership().map()));
          var running =
              new ApplyRun(
                  targets, root.surroundings(), options.settings().withManualDone(manualDone));
          return dryRun
              ? running.outlook(target.database(), wish)
              : running.apply(target.database(), wish);
        });
  }
}
