package dev.deed.cli;

import dev.deed.cli.job.DatabaseCheckup;
import dev.deed.cli.job.Project;
import dev.deed.cli.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "doctor",
    header = "Check whether databases can be reached and migrated, and how to fix it if not.",
    description = {
      "Checks connection, TLS, connection pools, versions, privileges, roles, clock,",
      "history, and sessions that would block a migration. Changes nothing.",
      ""
    },
    sortOptions = false)
final class DoctorCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Option(
      names = {"-e", "--env"},
      paramLabel = "ENVIRONMENT",
      description = "Only this environment (default: all in the ownership file).")
  private @Nullable String environment;

  @Mixin private DatabaseOption database;

  @Override
  public Report report() {
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project ->
            new DatabaseCheckup(project, root.surroundings()).report(environment, database.name()));
  }
}
