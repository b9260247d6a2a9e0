package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "remove-enum-value",
    header = "Take a value out of the enum type of a column.",
    sortOptions = false)
final class ExpandRemoveEnumValueCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Mixin private ColumnArguments at;

  @Parameters(index = "2", paramLabel = "VALUE", description = "The value that goes.")
  private String value;

  @Option(
      names = "--instead",
      required = true,
      paramLabel = "VALUE",
      description = "The value of the rows that have it.")
  private String instead;

  @Mixin private KeepOption keep;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(
        options,
        keep,
        at.table(),
        t -> new Request.RemoveEnumValue(t, at.column(), value, instead));
  }
}
