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
    header = "Run SQL by hand: check it like a migration, show its effects, then commit.",
    description = {
      "Runs in one transaction, with lock_timeout and the service's role. Shows the",
      "catalog changes, the rows written and the locks held, then asks whether to",
      "commit; without a terminal to ask on, it rolls back. --yes commits without",
      "asking. A commit is recorded in the history together with the SQL. Statements",
      "that cannot run in a transaction are rejected: make them a migration.",
      ""
    },
    sortOptions = false)
final class ExecCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SQL",
      arity = "0..1",
      description = "The SQL statements, or - for standard input.")
  private @Nullable String sql;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "A file of SQL statements; its down section is kept for a rollback.")
  private @Nullable Path file;

  @Mixin private TargetOptions target;

  @Option(
      names = {"-s", "--service"},
      paramLabel = "SERVICE",
      description = "The service to run as (default: the only one that owns tables there).")
  private @Nullable String service;

  @Option(
      names = "--description",
      paramLabel = "TEXT",
      description = "The name in the history (default: from the SQL).")
  private @Nullable String description;

  @Option(
      names = "--commit-if",
      paramLabel = "SQL",
      description = "A query or an expression: commit if it is true, roll back if not.")
  private @Nullable String commitIf;

  @Mixin private RunOptions options;

  @Override
  public Report report() {
    if ((sql == null) == (file == null)) {
      throw new ParameterException(spec.commandLine(), "give either the SQL or --file");
    }
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets = Targets.of(project, target.environment(), root.surroundings());
          var running = new ApplyRun(targets, root.surroundings(), options.settings());
          var wish = new ExecRun.Wish(sql, file, service, description, commitIf);
          return new ExecRun(running).report(target.database(), wish);
        });
  }
}
