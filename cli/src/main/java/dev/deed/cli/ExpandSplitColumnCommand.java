package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "split-column", header = "Replace a column by several others.", sortOptions = false)
final class ExpandSplitColumnCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Mixin private ColumnArguments at;

  @Option(
      names = "--into",
      required = true,
      paramLabel = "NAME=EXPRESSION",
      description = "A new column and its value from the row's old one; can be repeated.")
  private final Map<String, String> values = new LinkedHashMap<>();

  @Option(
      names = "--back",
      required = true,
      paramLabel = "EXPRESSION",
      description = "The old value from the new ones.")
  private String back;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "The type of the new columns (default: that of the old one, or of its field).")
  private @Nullable String type;

  @Mixin private KeepOption keep;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(
        options, keep, at.table(), t -> new Request.SplitColumn(t, at.column(), parts(), back));
  }

  private List<Request.Part> parts() {
    return values.entrySet().stream()
        .map(p -> new Request.Part(NameArgument.of(p.getKey()), type, p.getValue()))
        .toList();
  }
}
