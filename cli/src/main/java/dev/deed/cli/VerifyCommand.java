package dev.deed.cli;

import dev.deed.cli.job.HistoryVerification;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "verify",
    header = "Compare databases with their history and the files; changes nothing.",
    description = {
      "Checks checksums, order and stored down scripts; that the objects created by",
      "applied migrations exist, with the columns and their types; and that no index is",
      "invalid. Pending migrations are not reported.",
      ""
    },
    sortOptions = false)
final class VerifyCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Mixin private TargetOptions target;

  @Override
  public Report report() {
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets = Targets.of(project, target.environment(), root.surroundings());
          return new HistoryVerification(targets).report(target.database());
        });
  }
}
