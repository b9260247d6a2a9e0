package dev.deed.cli;

import dev.deed.cli.job.ApplyRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import dev.deed.engine.Goal;
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
    name = "rollback",
    header = "Undo applied migrations, newest first.",
    description = {
      "Runs the down scripts that were stored when the migrations were applied, so the",
      "files are not needed. If a stored script is wrong, correct the file and pass",
      "--from-files. A script that changes another service's objects is refused, unless",
      "the ownership file allows it.",
      ""
    },
    sortOptions = false)
final class RollbackCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions target;

  @Option(
      names = "--to",
      paramLabel = "GOAL",
      description = "The last version to keep, -N to undo the last N, or base to undo all.")
  private @Nullable String to;

  @Parameters(paramLabel = "-N", arity = "0..1", description = "Undo the last N, like --to -N.")
  private @Nullable String last;

  @Option(
      names = "--from-files",
      description =
          "Run the down scripts of the current files, not those stored when they were applied.")
  private boolean fromFiles;

  @Mixin private RunOptions options;

  @Override
  public Report report() {
    var goal = goal();
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets = Targets.of(project, target.environment(), root.surroundings());
          return new ApplyRun(targets, root.surroundings(), options.settings())
              .rollback(target.database(), goal, fromFiles);
        });
  }

  private Goal goal() {
    var text = to == null ? last : to;
    if (text == null || (to != null && last != null)) {
      throw new ParameterException(
          spec.commandLine(), "give how far to go back: --to VERSION, -N or base");
    }
    var goal = Goal.parse(text);
    return switch (goal.orElse(Goal.HEAD)) {
      case Goal.Backward backward -> backward;
      case Goal.At at -> at;
      case Goal.Base base -> base;
      case Goal.Head _, Goal.Forward _ ->
          throw new ParameterException(
              spec.commandLine(),
              "'%s' is not a rollback goal: give a version, -N or base".formatted(text));
    };
  }
}
