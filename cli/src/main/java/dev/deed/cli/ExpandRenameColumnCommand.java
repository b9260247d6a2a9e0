package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "rename-column",
    header = "Give a column another name, while code uses both.",
    sortOptions = false)
final class ExpandRenameColumnCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Mixin private ColumnArguments at;

  @Parameters(
      converter = NameArgument.class,
      index = "2",
      paramLabel = "NAME",
      description = "The column's new name.")
  private String name;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(options, at.table(), t -> new Request.RenameColumn(t, at.column(), name));
  }
}
