package dev.deed.cli;

import dev.deed.cli.job.GrantsQuery;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "grants",
    header = "Print the SQL that makes PostgreSQL enforce the ownership file.",
    description = {
      "Each service's role becomes the owner of its tables, and consumers' roles are",
      "granted what the ownership file says: reads SELECT; references also REFERENCES;",
      "writes also INSERT, UPDATE and DELETE. Without --env, the SQL is derived from",
      "the migrations; with it, only missing and excess privileges are listed. Run",
      "it again after migrations that create tables.",
      ""
    },
    sortOptions = false)
final class GrantsCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-e", "--env"},
      paramLabel = "ENVIRONMENT",
      description = "Compare with the databases of this environment.")
  private @Nullable String environment;

  @Mixin private DatabaseOption database;

  @Option(
      names = "--check",
      description = "Exit with 1 if the databases of --env differ; changes nothing.")
  private boolean check;

  @Override
  public Report report() {
    if (check && environment == null) {
      throw new ParameterException(
          spec.commandLine(), "--check requires an environment: --check --env ENVIRONMENT");
    }
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var granting = GrantsQuery.of(project, check);
          return environment == null
              ? granting.ofMigrations(database.name())
              : granting.of(Targets.of(project, environment, root.surroundings()), database.name());
        });
  }
}
