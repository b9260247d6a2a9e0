package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "add-required-column",
    header = "Add a column that every row has a value of.",
    sortOptions = false)
final class ExpandAddRequiredColumnCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Parameters(paramLabel = "TABLE", description = "The table: users or public.users.")
  private String table;

  @Parameters(converter = NameArgument.class, paramLabel = "COLUMN", description = "The column.")
  private String column;

  @Parameters(paramLabel = "TYPE", description = "The type of the column.")
  private String type;

  @Option(
      names = "--default",
      required = true,
      paramLabel = "EXPRESSION",
      description = "The value of rows that are there, and of new ones.")
  private String value;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(
        options, table, t -> new Request.AddRequiredColumn(t, column, type, value));
  }
}
