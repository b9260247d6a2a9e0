package dev.deed.cli;

import dev.deed.cli.job.ApplyRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.StampRun;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import dev.deed.engine.Wish;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "stamp",
    header = "Record migrations as applied in the history; runs none of them.",
    description = {
      "For a database that had these changes before deed was introduced. First checks",
      "that the objects created by the migrations exist, with their columns and types,",
      "and that deed check finds no error in the migrations (see deed check --record).",
      ""
    },
    sortOptions = false)
final class StampCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Mixin private TargetOptions target;

  @Option(
      names = {"-s", "--service"},
      paramLabel = "SERVICE",
      description = "Only this service's migrations and those they require.")
  private @Nullable String service;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "GOAL",
      description = "How far: head for all, +N for the next N, or a version (or its first digits).")
  private String to = "";

  @Option(names = "--force", description = "Do not check that the objects exist.")
  private boolean force;

  @Mixin private RunOptions options;

  @Override
  public Report report() {
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var named = SelectionOptions.service(project.ownership().map(), service);
          var wish = new Wish(SelectionOptions.goal(to), named, true);
          var targets = Targets.of(project, target.environment(), root.surroundings());
          var running = new ApplyRun(targets, root.surroundings(), options.settings());
          return new StampRun(running, force).stamp(target.database(), wish);
        });
  }
}
