package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "drop-column", header = "Drop a column when nothing uses it.", sortOptions = false)
final class ExpandDropColumnCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Parameters(paramLabel = "TABLE", description = "The table: users or public.users.")
  private String table;

  @Parameters(paramLabel = "COLUMN", description = "The column.")
  private String column;

  @Option(names = "--keep", description = "Keep the values in a table, for the way back.")
  private boolean keep;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(options, table, t -> new Request.DropColumn(t, column, keep));
  }
}
