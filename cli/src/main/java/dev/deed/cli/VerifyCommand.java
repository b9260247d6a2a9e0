package dev.deed.cli;

import dev.deed.cli.render.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "verify",
    header = "Compare databases with their history and the files; changes nothing.",
    description = {
      "Checks checksums, order and stored down scripts; that the objects created by",
      "applied migrations exist, with the columns and their types; and that no index is",
      "invalid. Pending migrations are not reported.",
      ""
    },
    sortOptions = false)
final class VerifyCommand implements Reporting {

  @ParentCommand private DeedCommand root;

  @Mixin private TargetOptions target;

  @Override
  public Report report() {
    return Project.in(
        root,
        project -> {
          var targets =
              Targets.of(project, target.environment(), root.surroundings().environment());
          return new Verifying(targets).report(target.database());
        });
  }
}
