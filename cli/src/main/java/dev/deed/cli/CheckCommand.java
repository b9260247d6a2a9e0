package dev.deed.cli;

import dev.deed.cli.render.Format;
import dev.deed.cli.render.Report;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "check",
    header = "Refuse migrations that break what others own or run.",
    description = {
      "Reads schema-ownership.yaml and all migrations; needs no database. Says who owns what a",
      "migration touches, and what its statements do to a running system.",
      ""
    },
    sortOptions = false)
final class CheckCommand implements Reporting {

  @ParentCommand private DeedCommand root;

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
    return Project.in(root, project -> check(project));
  }

  private Report check(Project project) {
    var scope = new ScopeReader(project, root.surroundings()).scope(files, base);
    var checking = new Checking(project, scope, root.surroundings());
    return records ? checking.record() : checking.report();
  }
}
