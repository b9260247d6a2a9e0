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
    header = "Hold databases against their history and the files; changes nothing.",
    description = {
      "Checksums, order, kept downs; what the applied migrations have made must be",
      "there, columns with their types, and no index may be invalid. Migrations that",
      "are only pending are no finding.",
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
          var targets =
              Targets.of(project, target.environment(), root.surroundings().environment());
          return new HistoryVerification(targets).report(target.database());
        });
  }
}
