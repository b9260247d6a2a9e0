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

  @Parameters(paramLabel = "TABLE", description = "The table: users or public.users.")
  private String table;

  @Parameters(paramLabel = "COLUMN", description = "The column.")
  private String column;

  @Parameters(paramLabel = "VALUE", description = "The value that goes.")
  private String value;

  @Option(
      names = "--instead",
      required = true,
      paramLabel = "VALUE",
      description = "The value of the rows that have it.")
  private String instead;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(
        options, table, t -> new Request.RemoveEnumValue(t, column, value, instead));
  }
}
