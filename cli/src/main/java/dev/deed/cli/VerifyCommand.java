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
      "Checks checksums, order and stored down scripts; that no index is invalid; and",
      "that the schema in the catalogs is what the applied migrations leave: tables,",
      "columns, constraints, indexes, views, functions, triggers, types and all other",
      "objects, facet by facet. What no migration made is a difference, unless it was",
      "there before them. What cannot be compared is named. Pending migrations are not",
      "reported.",
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
