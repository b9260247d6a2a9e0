package dev.deed.cli;

import dev.deed.cli.job.BackupRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "backup",
    header = "Save databases of an environment, and prove that they can be restored.",
    description = {
      "pg_dump writes one snapshot of each database into a file that only you may",
      "read. The file is restored into a scratch database, where each table must have",
      "as many rows as in the snapshot. It is kept as evidence for the migrations that",
      "are pending.",
      ""
    },
    sortOptions = false)
final class BackupCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Mixin private TargetOptions target;

  @Option(
      names = "--tables",
      paramLabel = "PATTERNS",
      split = ",",
      description = "Save the rows of these tables only, with the whole schema.")
  private List<String> tables = List.of();

  @Option(
      names = "--before",
      paramLabel = "MIGRATION",
      description = "The pending migration that it is for: a version or a file (default: all).")
  private @Nullable String before;

  @Option(
      names = "--on",
      paramLabel = "PROVIDER",
      description = "Keep a branch instead of files: neon, as in copy of the environment.")
  private @Nullable String provider;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      defaultValue = "deed-backups",
      description = "The folder of the files (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Option(
      names = "--scratch",
      paramLabel = "URL",
      description =
          "For the proof: a database on a server where others may be created (default: a"
              + " PostgreSQL that deed starts).")
  private @Nullable String scratch;

  @Option(
      names = "--pg-dump",
      paramLabel = "PATH",
      description = "The pg_dump to use (default: the newest that is found).")
  private @Nullable String pgDump;

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description = "Keep the evidence in this file.")
  private @Nullable Path evidence;

  @Override
  public Report report() {
    var wish =
        new BackupRun.Wish(
            target.database(), tables, before, folder, scratch, pgDump, evidence, provider);
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets = Targets.of(project, target.environment(), root.surroundings());
          return new BackupRun(targets, root.surroundings(), wish).report();
        });
  }
}
