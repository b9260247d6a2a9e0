package dev.deed.cli;

import dev.deed.cli.job.ChangeoverQuery;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.DatabaseReport.ChangedOver.View;
import dev.deed.cli.report.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "changeover",
    subcommands = ChangeoverAbandonCommand.class,
    header = "Show how far expand/contract changes are; changes nothing.",
    description = {
      "Without a name, one line for each changeover and database; with one, its files,",
      "what holds its contract, who still writes the old column, and the next command.",
      ""
    },
    sortOptions = false)
final class ChangeoverCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Parameters(paramLabel = "CHANGEOVER", arity = "0..1", description = "The name of one.")
  private @Nullable String change;

  @Option(
      names = {"-e", "--env"},
      split = ",",
      paramLabel = "ENVIRONMENT",
      description =
          "An environment of the ownership file; can be repeated (default: all environments).")
  private List<String> environments = List.of();

  @Option(
      names = {"-d", "--database"},
      paramLabel = "DATABASE",
      description = "Only this database (default: all in the environment).")
  private @Nullable String database;

  @Override
  public Report report() {
    var view = change == null ? View.LIST : View.STORY;
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets = Targets.several(project, environments, root.surroundings());
          return new ChangeoverQuery(targets, database, change, view).report();
        });
  }

  DeedCommand root() {
    return root;
  }
}
