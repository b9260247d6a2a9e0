package dev.deed.cli;

import dev.deed.cli.job.ApplyRun;
import dev.deed.cli.job.ManualRecord;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.RunSettings;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import dev.deed.engine.Version;
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
    name = "record",
    header = "Record a change made by hand in the history; runs nothing.",
    description = {
      "After that, status and history show the change, verify expects the objects that",
      "its SQL created, and rollback can undo it with its down.",
      ""
    },
    sortOptions = false)
final class RecordCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DESCRIPTION",
      description = "What was changed, in a few words: \"add is_deleted to users\".")
  private String description;

  @Mixin private TargetOptions target;

  @Option(
      names = {"-s", "--service"},
      paramLabel = "SERVICE",
      description = "The service (default: the only one that owns tables there).")
  private @Nullable String service;

  @Option(
      names = "--sql",
      paramLabel = "FILE",
      description = "The SQL that was run, or - for standard input.")
  private @Nullable Path sql;

  @Option(names = "--down", paramLabel = "FILE", description = "The SQL that undoes the change.")
  private @Nullable Path down;

  @Option(
      names = "--version",
      paramLabel = "VERSION",
      description = "The version to record the change as (default: now).")
  private @Nullable String version;

  @Option(names = "--yes", description = "Do not ask before changing a protected environment.")
  private boolean yes;

  @Override
  public Report report() {
    if (version != null && !Version.isVersion(version)) {
      throw new ParameterException(
          spec.commandLine(),
          "'%s' is not a version: versions consist of digits".formatted(version));
    }
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets = Targets.of(project, target.environment(), root.surroundings());
          var running = new ApplyRun(targets, root.surroundings(), RunSettings.saying(yes));
          var wish = new ManualRecord.Wish(description, service, version, sql, down);
          return new ManualRecord(running).record(target.database(), wish);
        });
  }
}
