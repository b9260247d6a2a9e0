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
    header = "Write what apply would do as a script for plain psql.",
    description = {
      "Time-outs, roles, the run lock and the history's rows are in it: psql -X -f",
      "leaves the database as apply would. It holds for the history that it was made",
      "from, and refuses another.",
      ""
    },
    sortOptions = false)
final class SqlCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Mixin private PlanInputOptions from;

  @Mixin private SelectionOptions what;

  @Option(
      names = "--output-dir",
      paramLabel = "FOLDER",
      description = "Write <database>.sql there, for several databases at once.")
  private @Nullable Path folder;

  @Override
  public Report report() {
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var wish = what.wish(project.ownership().map());
          var premises = from.premises(project, root.surroundings(), wish.goal());
          return new PlanScripts(premises, wish, root.surroundings().workingDirectory())
              .report(folder);
        });
  }
}
