package dev.deed.cli;

import dev.deed.cli.job.ApplyRun;
import dev.deed.cli.job.ExecRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import java.nio.file.Path;
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
    name = "exec",
    header = "Run SQL by hand: checked as a migration is, shown before it is committed.",
    description = {
      "In one transaction, with lock_timeout and the service's role. What it changed in",
      "the catalog, the rows it wrote and the locks it holds are shown; then it asks on",
      "a terminal, and rolls back where nobody can be asked. What is committed is in",
      "the history, with its SQL. --yes commits without asking. What PostgreSQL runs",
      "outside of transactions only is refused: make it a migration.",
      ""
    },
    sortOptions = false)
final class ExecCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SQL",
      arity = "0..1",
      description = "The statements; - reads standard input.")
  private @Nullable String sql;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "A file of statements; its down section is kept for a rollback.")
  private @Nullable Path file;

  @Mixin private TargetOptions target;

  @Option(
      names = {"-s", "--service"},
      paramLabel = "SERVICE",
      description = "In whose name (default: the only one that owns something there).")
  private @Nullable String service;

  @Option(
      names = "--description",
      paramLabel = "TEXT",
      description = "Its name in the history (default: from the SQL).")
  private @Nullable String description;

  @Option(
      names = "--commit-if",
      paramLabel = "SQL",
      description = "A query or an expression: commit where it is true, roll back where not.")
  private @Nullable String commitIf;

  @Mixin private RunOptions options;

  @Override
  public Report report() {
    if ((sql == null) == (file == null)) {
      throw new ParameterException(spec.commandLine(), "give the SQL, or a --file of it");
    }
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets =
              Targets.of(project, target.environment(), root.surroundings().environment());
          var running = new ApplyRun(targets, root.surroundings(), options.settings());
          var wish = new ExecRun.Wish(sql, file, service, description, commitIf);
          return new ExecRun(running).report(target.database(), wish);
        });
  }
}
