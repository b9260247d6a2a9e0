package dev.deed.cli;

import dev.deed.engine.run.RunPolicy;
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
      description = {
        "End sessions that stand in the way and have been idle in their transaction",
        "for longer than this (1min where none is given). Never one that works."
      })
  private @Nullable Duration cancelBlockers;

  /// For a command that waits for nobody.
  static RunOptions saying(boolean yes) {
    var options = new RunOptions();
    options.yes = yes;
    return options;
  }

  boolean yes() {
    return yes;
  }

  RunPolicy policyFor(Targets targets) {
    return targets.policy(wait, cancelBlockers);
  }
}
