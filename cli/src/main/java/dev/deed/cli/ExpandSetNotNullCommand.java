package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "set-not-null", header = "Make a column required.", sortOptions = false)
final class ExpandSetNotNullCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Mixin private ColumnArguments at;

  @Option(
      names = "--using",
      paramLabel = "EXPRESSION",
      description =
          "The value of rows without one, and of new ones from code that gives none (default: refuse them).")
  private @Nullable String fill;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(options, at.table(), t -> new Request.SetNotNull(t, at.column(), fill));
  }
}
