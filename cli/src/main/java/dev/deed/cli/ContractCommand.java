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
import picocli.CommandLine.ParentCommand;

@Command(
    name = "contract",
    header = "List the contracts of changeovers, and what holds each of them up.",
    description = {
      "deed apply applies a contract when it is due: its wait is over, its backfill is",
      "proved, every consumer has acknowledged it (deed ack), and nothing uses the old",
      "form any more. Changes nothing.",
      ""
    },
    sortOptions = false)
final class ContractCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

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

  @Option(names = "--due", description = "Only those that are due; exit with 1 if there are any.")
  private boolean due;

  @Override
  public Report report() {
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets = Targets.several(project, environments, root.surroundings());
          var view = due ? View.DUE : View.CONTRACTS;
          return new ChangeoverQuery(targets, database, null, view).report();
        });
  }
}
