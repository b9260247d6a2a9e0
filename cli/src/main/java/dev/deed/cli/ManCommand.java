package dev.deed.cli;

import dev.deed.cli.job.ManualFiles;
import dev.deed.cli.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "man",
    header = "Print a page of the manual, or write all of them.",
    description = {
      "deed man apply | man -l - shows a page. Packages of deed install them all:",
      "there man deed-apply does.",
      ""
    },
    sortOptions = false)
final class ManCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Spec private CommandSpec specification;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "A command: apply, or expand rename-column (default: deed itself).")
  private List<String> names = List.of();

  @Option(
      names = "--write",
      paramLabel = "FOLDER",
      description = "Write the pages of all commands into FOLDER: deed.1, deed-apply.1 ...")
  private @Nullable Path folder;

  @Override
  public Report report() {
    var all = Program.commandLineOf(root);
    if (folder != null && names.isEmpty()) {
      return ManualFiles.write(root.surroundings(), folder, ManualPage.all(all));
    }
    refuse(folder != null, "--write writes the pages of all commands: name none");
    var page = all;
    for (var name : names) {
      page = below(page, name);
    }
    return new Report.Page(ManualPage.of(page, all));
  }

  private CommandLine below(CommandLine page, String name) {
    var below = page.getSubcommands().get(name);
    if (below == null) {
      throw new ParameterException(
          specification.commandLine(),
          "there is no command '%s'".formatted(String.join(" ", names)));
    }
    return below;
  }

  private void refuse(boolean isWrong, String words) {
    if (isWrong) {
      throw new ParameterException(specification.commandLine(), words);
    }
  }
}
