package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "merge-columns", header = "Replace several columns by one.", sortOptions = false)
final class ExpandMergeColumnsCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Parameters(paramLabel = "TABLE", description = "The table: users or public.users.")
  private String table;

  @Parameters(
      converter = NameArgument.class,
      paramLabel = "NAME",
      description = "The new column's name.")
  private String column;

  @Parameters(paramLabel = "TYPE", description = "The type of the new column.")
  private String type;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "NAME=EXPRESSION",
      description = "An old column and its value from the new one; can be repeated.")
  private final Map<String, String> values = new LinkedHashMap<>();

  @Option(
      names = "--using",
      required = true,
      paramLabel = "EXPRESSION",
      description = "The new value from the old ones.")
  private String using;

  @Mixin private KeepOption keep;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(
        options, keep, table, t -> new Request.MergeColumns(t, column, type, parts(), using));
  }

  private List<Request.Part> parts() {
    return values.entrySet().stream()
        .map(p -> new Request.Part(NameArgument.of(p.getKey()), null, p.getValue()))
        .toList();
  }
}
