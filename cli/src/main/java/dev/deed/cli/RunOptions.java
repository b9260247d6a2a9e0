package dev.deed.cli;

import dev.deed.cli.job.RunSettings;
import dev.deed.cli.job.RunSettings.Log;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options of commands that change databases.
final class RunOptions {

  @Option(names = "--yes", description = "Do not ask before changing a protected environment.")
  private boolean yes;

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description =
          "How long to wait while another run is active (default: policies.run_lock_wait).")
  private @Nullable Duration wait;

  @Option(
      names = "--cancel-blockers",
      arity = "0..1",
      fallbackValue = "1min",
      paramLabel = "AGE",
      description =
          "Terminate blocking sessions that have been idle in a transaction for longer than AGE (1min if AGE is omitted). Active sessions are never terminated.")
  private @Nullable Duration cancelBlockers;

  @Option(
      names = "--log",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "Format of the progress on stderr: text, or json with one event per line.")
  private Log log = Log.TEXT;

  RunSettings settings() {
    return new RunSettings(yes, wait, cancelBlockers, log);
  }
}
