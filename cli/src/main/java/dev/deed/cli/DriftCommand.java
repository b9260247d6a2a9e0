package dev.deed.cli;

import dev.deed.cli.job.DriftComparison;
import dev.deed.cli.job.Project;
import dev.deed.cli.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "drift",
    header =
        "Compare the schemas of two environments or dumps, and tell whose the differences are.",
    description = {
      "A side is an environment, read through pg_dump, or a file that",
      "pg_dump --schema-only wrote.",
      "An environment's name wins over a file's: write ./name for the file.",
      "DEED_PG_DUMP names the pg_dump to use (default: the newest one found).",
      ""
    },
    sortOptions = false)
final class DriftCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "SIDE",
      description = "What the schema should be.")
  private String from = "";

  @Option(names = "--to", required = true, paramLabel = "SIDE", description = "What it is.")
  private String to = "";

  @Option(
      names = {"-d", "--database"},
      paramLabel = "DATABASE",
      description = "Only this database; needed with a file where there are several.")
  private @Nullable String database;

  @Override
  public Report report() {
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> new DriftComparison(project, root.surroundings()).between(from, to, database));
  }
}
