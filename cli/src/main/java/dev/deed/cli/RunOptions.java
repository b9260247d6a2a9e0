package dev.deed.cli;

import dev.deed.cli.job.RunSettings;
import dev.deed.cli.job.RunSettings.Log;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a command that changes databases goes about it.
final class RunOptions {

  @Option(names = "--yes", description = "Do not ask before a protected environment is changed.")
  private boolean yes;

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description =
          "How long to wait while another run is active (default: run_lock_wait of the policies).")
  private @Nullable Duration wait;

  @Option(
      names = "--cancel-blockers",
      arity = "0..1",
      fallbackValue = "1min",
      paramLabel = "AGE",
      description =
          "End sessions that stand in the way and have been idle in their transaction for longer than this (1min where none is given). Never one that works.")
  private @Nullable Duration cancelBlockers;

  @Option(
      names = "--log",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How the run is told on stderr as it goes: text, or json, an event a line.")
  private Log log = Log.TEXT;

  RunSettings settings() {
    return new RunSettings(yes, wait, cancelBlockers, log);
  }
}
