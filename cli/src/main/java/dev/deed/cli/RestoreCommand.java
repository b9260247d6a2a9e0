package dev.deed.cli;

import dev.deed.cli.job.Project;
import dev.deed.cli.job.RestoreRun;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "restore",
    header = "Restore a backup into a new database.",
    description = {
      "The database in use stays as it is. With --swap, the two are exchanged by",
      "renaming them, after the plan was shown and confirmed; the old one is kept.",
      ""
    },
    sortOptions = false)
final class RestoreCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Parameters(
      paramLabel = "BACKUP",
      description = "A file of deed backup, or the migration before which it was made.")
  private String backup;

  @Mixin private TargetOptions target;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "The name of the new database (default: the old name with the date).")
  private @Nullable String name;

  @Option(
      names = "--swap",
      description = "Give the new database the name of the one in use, which gets another.")
  private boolean swap;

  @Option(
      names = "--end-sessions",
      description = "With --swap: end the sessions that are connected to the database in use.")
  private boolean endSessions;

  @Option(names = "--yes", description = "Do not ask before the databases are exchanged.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Show the plan, and do nothing.")
  private boolean dryRun;

  @Option(
      names = "--pg-dump",
      paramLabel = "PATH",
      description = "The pg_dump whose pg_restore is used (default: the newest that is found).")
  private @Nullable String pgDump;

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description = "Look for the backup of a migration in this file.")
  private @Nullable Path evidence;

  @Override
  public Report report() {
    var swapping = new RestoreRun.Swap(swap, endSessions, yes);
    var wish =
        new RestoreRun.Wish(backup, target.database(), name, swapping, dryRun, pgDump, evidence);
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets = Targets.of(project, target.environment(), root.surroundings());
          return new RestoreRun(targets, root.surroundings(), wish).report();
        });
  }
}
