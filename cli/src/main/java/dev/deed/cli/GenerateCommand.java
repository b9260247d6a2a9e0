package dev.deed.cli;

import dev.deed.cli.job.GenerateRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "generate",
    header = "Write the migrations that lead to a wanted schema, up and down.",
    description = {
      "The migrations are applied on a scratch server, the wanted schema is loaded",
      "there, and the difference becomes one migration an owner, in safe forms; where",
      "a table in use changes (a column is renamed, gets another type or goes ...), a",
      "changeover of several, as deed expand writes it. They are run there and back on",
      "that server before they are written. Each begins with -- deed: generated:",
      "protected environments refuse it until a person has read it and removed the",
      "line.",
      ""
    },
    sortOptions = false)
final class GenerateCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Parameters(
      arity = "0..1",
      paramLabel = "DESCRIPTION",
      defaultValue = "wanted schema",
      description = "What the migrations change, in a few words (default: ${DEFAULT-VALUE}).")
  private String description;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "WANTED",
      description =
          "The wanted schema: a .sql file or a folder of them, a dump, an environment, or the URL of"
              + " a database that an ORM or another tool has built.")
  private String wanted;

  @Option(
      names = {"-d", "--database"},
      paramLabel = "DATABASE",
      description = "The database whose migrations are written (default: the only one).")
  private @Nullable String database;

  @Option(
      names = {"-s", "--service"},
      paramLabel = "SERVICE",
      description =
          "Only what this service owns; it also gets what no service claims (default: all services).")
  private @Nullable String service;

  @Option(
      names = "--check",
      description =
          "Write nothing, and exit with 1 if the migrations do not lead to the wanted schema.")
  private boolean check;

  @Option(
      names = "--allow-destructive",
      description =
          "Include statements that lose rows or values, or rewrite a table, and write no changeover.")
  private boolean allowDestructive;

  @Option(
      names = "--scratch",
      paramLabel = "URL",
      description =
          "A database on a server where other databases may be created and dropped (default: a"
              + " PostgreSQL that deed starts).")
  private @Nullable String scratch;

  @Option(names = "--dry-run", description = "Show the files, and write none.")
  private boolean dryRun;

  @Override
  public Report report() {
    var wish =
        new GenerateRun.Wish(
            description, wanted, database, service, scratch, check, allowDestructive, dryRun);
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> new GenerateRun(project, root.surroundings(), wish).report());
  }
}
