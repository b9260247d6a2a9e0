package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(name = "drop-column", header = "Drop a column when nothing uses it.", sortOptions = false)
final class ExpandDropColumnCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Mixin private ColumnArguments at;

  @Mixin private KeepOption keep;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(options, keep, at.table(), t -> new Request.DropColumn(t, at.column()));
  }
}
