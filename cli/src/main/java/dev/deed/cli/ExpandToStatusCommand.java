package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "bool-or-int-to-status",
    header = "Make words of a flag or of a number.",
    sortOptions = false)
final class ExpandToStatusCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Mixin private ColumnArguments at;

  @Option(
      names = "--map",
      required = true,
      paramLabel = "VALUE=WORD",
      description = "A value of the column and its word: true=completed, 0=new; can be repeated.")
  private final Map<String, String> words = new LinkedHashMap<>();

  @Option(
      names = "--else",
      paramLabel = "WORD",
      description = "The word of all other values (default: none, they become NULL).")
  private @Nullable String other;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "text",
      description = "The new type (default: ${DEFAULT-VALUE}).")
  private String type;

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
        t -> new Request.ToStatus(t, at.column(), type, words, other, name));
  }
}
