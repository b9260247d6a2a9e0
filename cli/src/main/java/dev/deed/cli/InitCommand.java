package dev.deed.cli;

import dev.deed.cli.job.InitRun;
import dev.deed.cli.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "init",
    header = "Write schema-ownership.yaml for a repository that has none.",
    description = {
      "Finds migrations of Flyway, Liquibase, Alembic, Drizzle, Prisma, Rails, Django,",
      "dbmate, goose and others by what is in their files, and proposes databases and",
      "services, each with the reason in a comment. What check finds in them is",
      "recorded, so that the next check reports only what is new. Works without a",
      "database; changes no file that exists.",
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

  @Option(names = "--yes", description = "Ask nothing; take the proposals.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Show the file, and write nothing.")
  private boolean dryRun;

  @Override
  public Report report() {
    if (root.ownershipFile() != null) {
      throw new ParameterException(
          specification.commandLine(),
          "--ownership names an existing file, and init writes a new one: omit it");
    }
    return new InitRun(root.surroundings(), new InitRun.Wish(url, yes, dryRun)).report();
  }
}
