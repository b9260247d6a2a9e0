package dev.deed.cli;

import dev.deed.cli.job.EmergencyRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.SessionCancel;
import dev.deed.cli.job.Targets;
import dev.deed.cli.job.Watching;
import dev.deed.cli.report.Report;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "emergency",
    header = "Show what a database in trouble is busy with, who blocks whom, and what to do.",
    description = {
      "Reads, within 3 seconds and by one connection, what runs and since when, who",
      "waits for whom, who owns the tables, what the last migrations changed, and how",
      "far a running one is; then the next steps with their commands, the least risky",
      "first. Changes nothing, except with --cancel.",
      ""
    },
    sortOptions = false)
final class EmergencyCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-e", "--env"},
      paramLabel = "ENVIRONMENT",
      description = "An environment of the ownership file.")
  private @Nullable String environment;

  @Option(
      names = {"-d", "--database"},
      paramLabel = "DATABASE",
      description = "Only this database (default: all in the environment).")
  private @Nullable String database;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "A database by its URL, instead of an environment: as a superuser, or without an ownership file.")
  private @Nullable String url;

  @Option(
      names = "--limit",
      paramLabel = "DURATION",
      defaultValue = "3s",
      description = "How long a look may take (default: 3s): longer for a server far away.")
  private Duration limit = Duration.ofSeconds(3);

  @Option(names = "--watch", description = "Look again every 2 seconds, until Ctrl-C.")
  private boolean watch;

  @Option(
      names = "--cancel",
      paramLabel = "PID",
      description = "Cancel the statement of this session, after asking.")
  private @Nullable Integer pid;

  @Option(
      names = "--terminate",
      description = "With --cancel: end the session, not only its statement.")
  private boolean terminate;

  @Option(names = "--yes", description = "With --cancel: do not ask.")
  private boolean yes;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "With --cancel: why, for the history.")
  private @Nullable String reason;

  @Override
  public Report report() {
    refuseMisuse();
    var surroundings = root.surroundings();
    if (url != null) {
      var project = Project.ifReadable(surroundings, root.ownershipFile());
      return report(EmergencyRun.of(surroundings, project, url, database, limit));
    }
    return Project.in(
        surroundings,
        root.ownershipFile(),
        project ->
            report(
                EmergencyRun.of(
                    Targets.of(project, String.valueOf(environment), surroundings),
                    database,
                    limit)));
  }

  private void refuseMisuse() {
    if ((environment == null) == (url == null)) {
      throw new ParameterException(spec.commandLine(), "give either --env or --url");
    }
    if (limit.toSeconds() < 2) {
      throw new ParameterException(spec.commandLine(), "--limit is at least 2s");
    }
    if (pid == null && (terminate || yes || reason != null)) {
      throw new ParameterException(
          spec.commandLine(), "--terminate, --reason and --yes need --cancel PID");
    }
    if (pid != null && (watch || pid <= 0)) {
      throw new ParameterException(
          spec.commandLine(), "--cancel takes the number of one process, and no --watch");
    }
  }

  private Report report(EmergencyRun run) {
    if (pid != null) {
      return new SessionCancel(run, pid, terminate, yes, Objects.toString(reason, "").strip())
          .report();
    }
    return watch ? Watching.of(root.surroundings(), run::report) : run.report();
  }
}
