package dev.deed.cli;

import dev.deed.cli.job.Project;
import dev.deed.cli.job.StatusQuery;
import dev.deed.cli.job.Targets;
import dev.deed.cli.job.Watching;
import dev.deed.cli.report.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "status",
    header = "Show which migrations are applied and which are pending; changes nothing.",
    sortOptions = false)
final class StatusCommand implements ReportingCommand {

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

  @Option(names = "--watch", description = "Look again every 2 seconds, until Ctrl-C.")
  private boolean watch;

  @Override
  public Report report() {
    return watch ? Watching.of(root.surroundings(), this::once) : once();
  }

  private Report once() {
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var surroundings = root.surroundings();
          return environments.size() == 1
              ? StatusQuery.ofOne(
                  Targets.of(project, environments.getFirst(), surroundings), database)
              : StatusQuery.of(Targets.several(project, environments, surroundings), database);
        });
  }
}
