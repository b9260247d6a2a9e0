package dev.deed.cli;

import dev.deed.cli.job.MigrationCheck;
import dev.deed.cli.job.Project;
import dev.deed.cli.job.ScopeReader;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    header = "Refuse migrations that break what others own or run.",
    description = {
      "Reads schema-ownership.yaml and all migrations; needs no database. Tells",
      "whose objects a migration touches, and what it does to a running system.",
      ""
    },
    sortOptions = false)
final class CheckCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec specification;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Tell only of these migrations, or of those in these folders.")
  private List<Path> files = List.of();

  @Option(
      names = "--base",
      paramLabel = "REF",
      description =
          "Tell only of what was added or edited since this branch left REF, such as origin/main;"
              + " refuse changes to migrations that REF has.")
  private @Nullable String base;

  @Option(
      names = "--record",
      description = "Write what is found now to known-findings.txt: it passes from now on.")
  private boolean records;

  @Override
  public List<Format> formats() {
    return Format.OF_FINDINGS;
  }

  @Override
  public Report report() {
    return Project.in(root.surroundings(), root.ownershipFile(), project -> check(project));
  }

  private Report check(Project project) {
    if (base != null && !files.isEmpty()) {
      throw new ParameterException(
          specification.commandLine(), "--base tells which files are looked at: name none");
    }
    if (records && (base != null || !files.isEmpty())) {
      throw new ParameterException(
          specification.commandLine(),
          "--record writes down what is found in all migrations: it goes alone");
    }
    var scope = new ScopeReader(project, root.surroundings()).scope(files, base);
    var checking = new MigrationCheck(project, scope, root.surroundings());
    return records ? checking.record() : checking.report();
  }
}
