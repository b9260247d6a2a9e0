package dev.deed.cli;

import dev.deed.cli.render.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "status",
    header = "Tell what is applied and what is pending; changes nothing.",
    sortOptions = false)
final class StatusCommand implements Reporting {

  @ParentCommand private DeedCommand root;

  @Mixin private TargetOptions target;

  @Override
  public Report report() {
    return Project.in(
        root,
        project -> {
          var targets =
              Targets.of(project, target.environment(), root.surroundings().environment());
          return new Running(targets, root.surroundings(), RunOptions.saying(true))
              .status(target.database());
        });
  }
}
