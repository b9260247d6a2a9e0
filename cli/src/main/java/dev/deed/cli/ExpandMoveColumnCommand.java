package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "move-column",
    header = "Move a column into another table of the same service, row by row of a key.",
    sortOptions = false)
final class ExpandMoveColumnCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Mixin private ColumnArguments at;

  @Parameters(
      index = "2",
      paramLabel = "OTHER",
      description = "The table that gets it: profiles or public.profiles.")
  private String other;

  @Option(
      names = "--by",
      paramLabel = "COLUMN=COLUMN",
      description =
          "A column of the table's key and the equal column of OTHER; can be repeated (default: the columns of the foreign key between both tables).")
  private final Map<String, String> by = new LinkedHashMap<>();

  @Option(
      converter = NameArgument.class,
      names = "--name",
      paramLabel = "NAME",
      description = "The column's name in the other table (default: the same).")
  private @Nullable String name;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    return parent.report(
        options,
        at.table(),
        t -> new Request.MoveColumn(t, at.column(), parent.table(other, t), names(), name));
  }

  private Map<String, String> names() {
    var names = new LinkedHashMap<String, String>();
    by.forEach((own, others) -> names.put(NameArgument.of(own), NameArgument.of(others)));
    return names;
  }
}
