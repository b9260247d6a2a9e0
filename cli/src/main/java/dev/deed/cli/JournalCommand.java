package dev.deed.cli;

import dev.deed.cli.job.ApplyRun;
import dev.deed.cli.job.JournalRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.RunSettings;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "journal",
    header = "Note in the database who changes its schema, for deed drift.",
    description = {
      "install creates event triggers that write one row into deed.journal for every",
      "object that a statement creates, changes or drops: role, application, address,",
      "time and statement. deed drift shows the row as the cause of a difference. Only",
      "a superuser may create event triggers. A statement that may have a password is",
      "not kept. The journal never makes a statement fail. remove drops the triggers",
      "and all rows.",
      ""
    },
    sortOptions = false)
final class JournalCommand implements ReportingCommand {

  /// What is asked of a journal.
  enum Action {
    SHOW,
    INSTALL,
    REMOVE
  }

  @ParentCommand private DeedCommand root;

  @Parameters(
      paramLabel = "ACTION",
      arity = "0..1",
      defaultValue = "show",
      description = "show, install or remove (default: ${DEFAULT-VALUE}).")
  private Action action = Action.SHOW;

  @Mixin private TargetOptions target;

  @Option(
      names = "--last",
      paramLabel = "NUMBER",
      defaultValue = "20",
      description = "show: this many rows of each database (default: ${DEFAULT-VALUE}).")
  private int last;

  @Option(names = "--yes", description = "Do not ask before changing a protected environment.")
  private boolean yes;

  @Override
  public Report report() {
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets = Targets.of(project, target.environment(), root.surroundings());
          var running = new ApplyRun(targets, root.surroundings(), RunSettings.saying(yes));
          var journal = new JournalRun(running, target.database());
          return switch (action) {
            case SHOW -> journal.show(last);
            case INSTALL -> journal.install();
            case REMOVE -> journal.remove();
          };
        });
  }
}
