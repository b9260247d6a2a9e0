package dev.deed.cli;

import dev.deed.cli.job.HistoryQuery;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "history",
    header = "Show what was done to databases: when, by whom, with what result.",
    sortOptions = false)
final class HistoryCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Mixin private TargetOptions target;

  @Option(
      names = {"-s", "--service"},
      paramLabel = "SERVICE",
      description = "Only this service's migrations.")
  private @Nullable String service;

  @Option(
      names = {"-v", "--verbose"},
      description = "Also show every attempt, checksums, errors, and the SQL kept for a rollback.")
  private boolean verbose;

  @Override
  public Report report() {
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets = Targets.of(project, target.environment(), root.surroundings());
          var wanted = SelectionOptions.service(project.ownership().map(), service);
          return new HistoryQuery(targets, wanted, verbose).report(target.database());
        });
  }
}
