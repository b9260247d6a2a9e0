package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "change-type",
    header = "Give a column another type, under its old name or under a new one.",
    sortOptions = false)
final class ExpandChangeTypeCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Mixin private ColumnArguments at;

  @Parameters(
      index = "2",
      paramLabel = "TYPE",
      description = "The new type: bigint, \"varchar(20)\".")
  private String type;

  @Option(
      names = "--using",
      paramLabel = "EXPRESSION",
      description = "The new value from the row's old values (default: a cast).")
  private @Nullable String using;

  @Option(
      names = "--back",
      paramLabel = "EXPRESSION",
      description = "The old value from the new one (default: a cast).")
  private @Nullable String back;

  @Option(
      converter = NameArgument.class,
      names = "--name",
      paramLabel = "NAME",
      description = "Give the column this name, too; the old one goes at the end.")
  private @Nullable String name;

  @Mixin private KeepOption keep;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(
        options,
        keep,
        at.table(),
        t -> new Request.ChangeType(t, at.column(), type, using, back, name));
  }
}
