package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "text-to-enum", header = "Give a column of text an enum type.", sortOptions = false)
final class ExpandTextToEnumCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Mixin private ColumnArguments at;

  @Parameters(
      index = "2",
      paramLabel = "ENUM",
      description = "The enum type; with --values it is created.")
  private String type;

  @Option(
      names = "--values",
      split = ",",
      paramLabel = "VALUE",
      description = "The values of a new enum type, in order.")
  private final List<String> values = new ArrayList<>();

  @Mixin private KeepOption keep;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(
        options, keep, at.table(), t -> new Request.TextToEnum(t, at.column(), type, values));
  }
}
