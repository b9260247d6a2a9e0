package dev.deed.cli;

import dev.deed.cli.job.BuildRun;
import dev.deed.cli.job.InitRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.RunSettings;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import dev.deed.ownership.NamedScope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "init",
    header = "Write schema-ownership.yaml, or build empty databases from it.",
    description = {
      "Finds migrations of Flyway, Liquibase, Alembic, Drizzle, Prisma, Rails, Django,",
      "dbmate, goose and others by what is in their files, and proposes databases and",
      "services, each with the reason in a comment. What check finds in them is",
      "recorded, so that the next check reports only what is new. Works without a",
      "database; changes no file that exists.",
      "With --env it builds the empty databases of an environment instead: the",
      "history, then the migrations of a scope of the ownership file, with all that",
      "they need.",
      ""
    },
    sortOptions = false)
final class InitCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec specification;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Read the tables, their owners and the version of this database too (default: the one that"
              + " .env names, if it answers).")
  private @Nullable String url;

  @Option(
      names = {"-e", "--env"},
      paramLabel = "ENVIRONMENT",
      description = "Build the databases of this environment, which must be empty or begun so.")
  private @Nullable String environment;

  @Option(
      names = {"-d", "--database"},
      paramLabel = "DATABASE",
      description = "Build only this database (default: all in the environment).")
  private @Nullable String database;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description = "A scope of the ownership file (default: all).")
  private @Nullable String scope;

  @Option(
      names = "--yes",
      description = "Ask nothing; take the proposals, and change a protected environment.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Show the file, or the plan; write and run nothing.")
  private boolean dryRun;

  @Override
  public Report report() {
    var target = environment;
    if (target != null) {
      refuse(
          url != null, "--url is for a new ownership file, and --env names its databases: omit it");
      return Project.in(
          root.surroundings(), root.ownershipFile(), project -> build(project, target));
    }
    refuse(
        scope != null || database != null, "name the environment to build too: --env ENVIRONMENT");
    refuse(
        root.ownershipFile() != null,
        "--ownership names an existing file, and init writes a new one: omit it");
    return new InitRun(root.surroundings(), new InitRun.Wish(url, yes, dryRun)).report();
  }

  private Report build(Project project, String target) {
    var targets = Targets.of(project, target, root.surroundings());
    var wanted = scope == null ? NamedScope.ALL : scope;
    return new BuildRun(targets, root.surroundings(), RunSettings.saying(yes), wanted)
        .build(database, dryRun);
  }

  private void refuse(boolean isWrong, String words) {
    if (isWrong) {
      throw new ParameterException(specification.commandLine(), words);
    }
  }
}
