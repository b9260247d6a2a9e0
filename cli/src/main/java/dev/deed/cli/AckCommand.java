package dev.deed.cli;

import dev.deed.cli.job.ApplyRun;
import dev.deed.cli.job.ChangeoverRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.RunSettings;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "ack",
    header = "Acknowledge for a service that it no longer needs what a changeover replaces.",
    description = {
      "The contract of a changeover waits for the word of every service that the",
      "ownership file lets use the table. It is recorded for one environment.",
      ""
    },
    sortOptions = false)
final class AckCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Parameters(paramLabel = "CHANGEOVER", description = "The name of the changeover.")
  private String change;

  @Mixin private TargetOptions target;

  @Option(
      names = {"-s", "--service"},
      required = true,
      paramLabel = "SERVICE",
      description = "The service that speaks.")
  private String service;

  @Option(
      names = "--release",
      paramLabel = "RELEASE",
      description = "The release of the service from which on it is true.")
  private @Nullable String release;

  @Override
  public Report report() {
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets = Targets.of(project, target.environment(), root.surroundings());
          var running = new ApplyRun(targets, root.surroundings(), RunSettings.saying(true));
          return new ChangeoverRun(running, target.database())
              .acknowledge(change, service, release);
        });
  }
}
