package dev.deed.cli;

import dev.deed.cli.job.ExpandRun;
import dev.deed.expand.ExpandSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every operation of `deed expand` can be told.
final class ExpandOptions {

  @Option(
      names = {"-d", "--database"},
      paramLabel = "DATABASE",
      description = "The table's database (default: the only one that has such a table).")
  private @Nullable String database;

  @Option(
      names = {"-e", "--env"},
      paramLabel = "ENVIRONMENT",
      description =
          "Begin with the table as it is in this environment (default: as the migrations leave it).")
  private @Nullable String environment;

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      converter = DirectiveDuration.class,
      defaultValue = "48h",
      description =
          "The least time before the contract, in each environment (default: ${DEFAULT-VALUE}).")
  private String delay;

  @Option(
      names = "--batch",
      paramLabel = "ROWS",
      defaultValue = "5000",
      description = "Rows of one batch of the backfill, at most (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--pause",
      paramLabel = "DURATION",
      converter = DirectiveDuration.class,
      defaultValue = "0",
      description = "The pause after each batch (default: none).")
  private String pause;

  @Option(names = "--dry-run", description = "Show the files, and write none.")
  private boolean dryRun;

  /// @param keep how long values of dropped columns are kept, null to keep none
  ExpandRun.Wish wish(@Nullable String keep) {
    var directives = new ExpandSettings.Directives(delay, keep, batch, pause);
    return new ExpandRun.Wish(database, environment, directives, dryRun);
  }
}
