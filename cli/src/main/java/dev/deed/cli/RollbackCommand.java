package dev.deed.cli;

import dev.deed.cli.job.AbandonRun;
import dev.deed.cli.job.ApplyRun;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.Targets;
import dev.deed.cli.report.Report;
import dev.deed.engine.Goal;
import dev.deed.engine.RollbackWish;
import dev.deed.engine.Version;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
      "--from-files. A script that changes another service's objects is refused,",
      "unless the ownership file allows it.",
      "",
      "A change made by hand and recorded without a down cannot be undone: skip it",
      "with --skip. A migration that stopped half-way and will not be finished can be",
      "left as it is with --abandon: the history then says which of its statements",
      "stay, and apply passes over it until its file is changed.",
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

  @Option(
      names = "--skip",
      split = ",",
      paramLabel = "VERSION",
      description =
          "Leave a change made by hand, recorded without a down, as it is; can be repeated.")
  private List<String> skipped = List.of();

  @Option(
      names = "--abandon",
      paramLabel = "VERSION",
      description =
          "Undo nothing: leave this half-way migration as it is, and record what stays of it.")
  private @Nullable String abandoned;

  @Mixin private RunOptions options;

  @Override
  public Report report() {
    var wish = abandoned == null ? new RollbackWish(goal(), skipped, fromFiles) : null;
    if (wish == null && (to != null || last != null || fromFiles || !skipped.isEmpty())) {
      throw new ParameterException(
          spec.commandLine(), "--abandon undoes nothing: give no version to keep with it");
    }
    Stream.concat(skipped.stream(), Stream.ofNullable(abandoned)).forEach(this::checkVersion);
    return Project.in(
        root.surroundings(),
        root.ownershipFile(),
        project -> {
          var targets = Targets.of(project, target.environment(), root.surroundings());
          var running = new ApplyRun(targets, root.surroundings(), options.settings());
          return wish == null
              ? new AbandonRun(running)
                  .abandon(target.database(), Objects.requireNonNull(abandoned))
              : running.rollback(target.database(), wish);
        });
  }

  private void checkVersion(String text) {
    if (!Version.isVersion(text)) {
      throw new ParameterException(
          spec.commandLine(), "'%s' is not a version: give its digits".formatted(text));
    }
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
