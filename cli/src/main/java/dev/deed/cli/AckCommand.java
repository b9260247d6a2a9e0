package dev.deed.cli;

import dev.deed.cli.job.AckRun;
import dev.deed.cli.job.ApplyRun;
import dev.deed.cli.job.ChangeoverRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.RunSettings;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
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
    name = "ack",
    header = "Acknowledge a changeover for a service, or a box of a migration's checklist.",
    description = {
      "The contract of a changeover waits for the word of every service that the",
      "ownership file lets use the table. It is recorded for one environment.",
      "With --reason: a person answers a box of deed checklist for a migration,",
      "or takes note of the migration, which an environment may require.",
      ""
    },
    sortOptions = false)
final class AckCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec specification;

  @Parameters(
      paramLabel = "NAME",
      description = "The changeover; or the migration: VERSION, DATABASE/VERSION or its file.")
  private String name;

  @Mixin private TargetOptions target;

  @Option(
      names = {"-s", "--service"},
      paramLabel = "SERVICE",
      description = "The service that speaks about the changeover.")
  private @Nullable String service;

  @Option(
      names = "--release",
      paramLabel = "RELEASE",
      description = "The release of the service from which on it is true.")
  private @Nullable String release;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why the migration may go, or what was done about the box.")
  private @Nullable String reason;

  @Option(
      names = "--box",
      paramLabel = "BOX",
      defaultValue = "acknowledged",
      description = "A box as deed checklist names it (default: ${DEFAULT-VALUE}).")
  private String box;

  @Option(
      names = "--by",
      paramLabel = "PERSON",
      description = "Who says so (default: the account at the CI server, or of this machine).")
  private @Nullable String person;

  @Mixin private EvidenceOption evidence;

  @Override
  public Report report() {
    if ((service == null) == (reason == null)) {
      throw new ParameterException(
          specification.commandLine(),
          "a changeover needs --service, as in --service web; a migration needs --reason, as in --reason \"agreed\""
              + (service == null ? "" : "; both were given"));
    }
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        named -> {
          var project = evidence.of(named, root.surroundings());
          var targets = Targets.of(project, target.environment(), root.surroundings());
          var running = new ApplyRun(targets, root.surroundings(), RunSettings.saying(true));
          return service != null
              ? new ChangeoverRun(running, target.database()).acknowledge(name, service, release)
              : new AckRun(targets, target.database())
                  .report(name, box, new AckRun.Statement(String.valueOf(reason), person));
        });
  }
}
