package dev.deed.cli;

import dev.deed.cli.report.Report;
import dev.deed.expand.PartitionWish;
import dev.deed.expand.PartitionWish.Steps;
import dev.deed.expand.PartitionWish.Strategy;
import dev.deed.expand.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "partition-table", header = "Divide a table into partitions.", sortOptions = false)
final class ExpandPartitionTableCommand implements ReportingCommand {

  @ParentCommand private ExpandCommand parent;

  @Parameters(
      index = "0",
      paramLabel = "TABLE",
      description = "The table: events or public.events.")
  private String table;

  @Parameters(
      converter = NameArgument.class,
      index = "1..*",
      paramLabel = "COLUMN",
      arity = "1..*",
      description = "The columns by which rows are divided.")
  private final List<String> columns = new ArrayList<>();

  @Option(
      names = "--by",
      required = true,
      paramLabel = "STRATEGY",
      description = "How rows are divided: range, list or hash.")
  private Strategy strategy;

  @Option(
      names = "--every",
      paramLabel = "STEP",
      description =
          "Ranges of one size: day, week, month, quarter, year, \"2 weeks\", or a number.")
  private @Nullable String every;

  @Option(
      names = "--from",
      paramLabel = "VALUE",
      description = "Where the first range begins: 2026-01-01, or a number.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "VALUE",
      description = "Where the last range ends, at the latest.")
  private @Nullable String to;

  @Option(
      names = "--partition",
      paramLabel = "NAME=BOUND",
      description =
          "A partition and its bound as in SQL: \"2026=FROM ('2026-01-01') TO ('2027-01-01')\" or \"eu=IN ('de', 'fr')\"; can be repeated.")
  private final Map<String, String> named = new LinkedHashMap<>();

  @Option(names = "--count", paramLabel = "N", description = "The number of hash partitions.")
  private int count;

  @Option(
      names = "--no-default",
      description = "Make no partition for rows outside of all bounds: they cannot be written.")
  private boolean withoutDefault;

  @Mixin private ExpandOptions options;

  @Override
  public Report report() {
    var wish =
        new PartitionWish(
            strategy, columns, named, Steps.of(every, from, to), count, !withoutDefault);
    return parent.report(options, table, t -> new Request.PartitionTable(t, wish));
  }
}
