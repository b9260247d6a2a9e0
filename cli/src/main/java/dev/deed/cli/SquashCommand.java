package dev.deed.cli;

import dev.deed.cli.job.Project;
import dev.deed.cli.job.SquashRun;
import dev.deed.cli.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "squash",
    header = "Join migrations into one file a service, proved to make the same database.",
    description = {
      "The file has the version of the last one that it replaces. Where all of those",
      "are applied, it is taken as applied; in a new database it runs in their place.",
      "The old files are moved to .squashed/ next to it. Old and new are both applied",
      "on a scratch server, and nothing is written if the schema or a row differs.",
      ""
    },
    sortOptions = false)
final class SquashCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Parameters(
      paramLabel = "DESCRIPTION",
      description = "What they do together, in a few words: it becomes the file's name.")
  private String description;

  @Option(
      names = {"-d", "--database"},
      paramLabel = "DATABASE",
      description = "The database of the migrations (default: the only one).")
  private @Nullable String database;

  @Option(
      names = {"-s", "--service"},
      paramLabel = "SERVICE",
      description = "Only this service's migrations (default: a file for each service).")
  private @Nullable String service;

  @Option(
      names = "--since",
      paramLabel = "VERSION",
      description = "Only migrations after this version (default: from the first one).")
  private @Nullable String since;

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "Only migrations up to this version (default: up to the last one).")
  private @Nullable String upTo;

  @Option(
      names = "--baseline",
      description = "Join them although a protected environment has them applied.")
  private boolean baseline;

  @Option(
      names = "--scratch",
      paramLabel = "URL",
      description =
          "A database on a server where other databases may be created and dropped, for the proof"
              + " (default: a PostgreSQL that deed starts).")
  private @Nullable String scratch;

  @Option(names = "--dry-run", description = "Show the files, and write none.")
  private boolean dryRun;

  @Override
  public Report report() {
    var wish =
        new SquashRun.Wish(description, database, service, since, upTo, baseline, scratch, dryRun);
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> new SquashRun(project, root.surroundings(), wish).report());
  }
}
