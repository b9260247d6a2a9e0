package dev.deed.cli;

import dev.deed.cli.job.PlanScripts;
import dev.deed.cli.job.Project;
import dev.deed.cli.report.Report;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "sql",
    header = "Write what apply would do as a script for psql.",
    description = {
      "The script contains the timeouts, roles, the run lock and the history rows, so",
      "psql -X -f leaves the same schema and history as apply where nothing fails.",
      "Only a database with the history that it was made from takes it. Refuses what",
      "apply would refuse; findings go to standard error.",
      "",
      "Only apply compares what a migration has really locked and changed with what",
      "is allowed, and rolls it back; tries again after a lock timeout; works through",
      "a backfill in batches and waits for replicas; and records a failure.",
      ""
    },
    sortOptions = false)
final class SqlCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Mixin private PlanInputOptions from;

  @Mixin private SelectionOptions what;

  @Mixin private EvidenceOption evidence;

  @Option(
      names = "--output-dir",
      paramLabel = "FOLDER",
      description = "Write one file <database>.sql per database to this folder.")
  private @Nullable Path folder;

  @Override
  public Report report() {
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        named -> {
          var project = evidence.of(named, root.surroundings());
          var wish = what.wish(project.ownership().map());
          var premises = from.premises(project, root.surroundings(), wish.goal());
          return new PlanScripts(premises, wish, root.surroundings(), from.environmentOf(project))
              .report(folder);
        });
  }
}
