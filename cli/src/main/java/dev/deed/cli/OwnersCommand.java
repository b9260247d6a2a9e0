package dev.deed.cli;

import dev.deed.cli.job.OwnersQuery;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.Targets;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "owners",
    header = "Show who owns and who uses which tables; works without a database.",
    description = {
      "Without a name, lists all tables and views that the migrations create, and",
      "partitions only if their owner differs from that of the partitioned table. With",
      "a name, shows the owner and its claim, the consumers, what depends on the",
      "table, the migrations that changed it, and its current definition.",
      ""
    },
    sortOptions = false)
final class OwnersCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TABLE",
      arity = "0..1",
      description = "A table or view: users, public.users, or auth/users.")
  private @Nullable String table;

  @Option(
      names = {"-e", "--env"},
      paramLabel = "ENVIRONMENT",
      description = "Show the sizes that the tables have in this environment, too.")
  private @Nullable String environment;

  @Mixin private DatabaseOption database;

  @Option(
      names = "--check",
      paramLabel = "[FORMAT=]FILE",
      description =
          "Exit with 1 if a committed CODEOWNERS or SCHEMA_OWNERSHIP.md, written by --format"
              + " codeowners=FILE or markdown=FILE, is out of date; can be repeated.")
  private final List<String> checked = new ArrayList<>();

  @Override
  public List<Format> formats() {
    return table == null && checked.isEmpty() ? Format.OF_OWNERS : Format.OF_ANY_REPORT;
  }

  @Override
  public Report report() {
    if (table != null && !checked.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--check compares files with the owners of all tables: omit the table");
    }
    if (environment != null && (table != null || !checked.isEmpty())) {
      throw new ParameterException(
          spec.commandLine(),
          "--env shows sizes in the list of all tables: omit the table, and --check");
    }
    var checks = checked.stream().map(c -> FileCheck.of(c, Format.OF_OWNERS)).toList();
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var owning = OwnersQuery.of(project, database.name());
          if (!checks.isEmpty()) {
            return check(checks, owning.all());
          }
          if (environment != null) {
            return owning.all(
                Targets.of(project, environment, root.surroundings()), database.name());
          }
          return table == null ? owning.all() : owning.one(table);
        });
  }

  private Report check(List<FileCheck> checks, Report owners) {
    var command = "deed owners" + (database.name() == null ? "" : " --database " + database.name());
    var here = root.surroundings().workingDirectory();
    return new Report.FilesChecked(
        checks.stream().map(c -> c.against(owners, here, command)).toList());
  }
}
