package dev.deed.cli;

import dev.deed.cli.job.RowOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which rows a copy by dump has.
final class CopiedRowsOptions {

  @Option(
      names = "--tables",
      paramLabel = "PATTERNS",
      split = ",",
      description =
          "dump: copy rows of these tables, and the rows that they refer to (default: copy of the"
              + " environment).")
  private List<String> tables = List.of();

  @Option(
      names = "--sample",
      paramLabel = "SIZE",
      description =
          "dump: copy a share of the rows, such as 5%%, or at most so many of each table, such as"
              + " 1000; 100%% for all rows.")
  private @Nullable String sample;

  RowOptions wish() {
    return new RowOptions(tables, sample);
  }
}
