package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "drop-table", header = "Drop a table when nothing uses it.", sortOptions = false)
final class ExpandDropTableCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Parameters(paramLabel = "TABLE", description = "The table: users or public.users.")
  private String table;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(options, table, t -> new Request.DropTable(t));
  }
}
