package dev.deed.cli;

import dev.deed.cli.render.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "status",
    header = "Show which migrations are applied and which are pending; changes nothing.",
    sortOptions = false)
final class StatusCommand implements Reporting {

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

  @Override
  public Report report() {
    return Project.in(
        root,
        project -> {
          var variables = root.surroundings().environment();
          return environments.size() == 1
              ? Statuses.ofOne(Targets.of(project, environments.getFirst(), variables), database)
              : Statuses.of(Targets.several(project, environments, variables), database);
        });
  }
}
