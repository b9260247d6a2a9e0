package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "rename-table",
    header = "Give a table another name, while code uses both.",
    sortOptions = false)
final class ExpandRenameTableCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Parameters(paramLabel = "TABLE", description = "The table: users or public.users.")
  private String table;

  @Parameters(
      converter = NameArgument.class,
      paramLabel = "NAME",
      description = "The table's new name.")
  private String name;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(options, table, t -> new Request.RenameTable(t, name));
  }
}
