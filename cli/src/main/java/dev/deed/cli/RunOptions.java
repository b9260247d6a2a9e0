package dev.deed.cli;

import dev.deed.engine.run.RunPolicy;
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

  enum Log {
    TEXT,
    JSON
  }

  /// The options of a command that does not wait.
  static RunOptions saying(boolean yes) {
    var options = new RunOptions();
    options.yes = yes;
    return options;
  }

  /// The progress display for a terminal, a program or a log.
  Watching watching(Surroundings surroundings) {
    return log == Log.TEXT && surroundings.watched()
        ? LiveProgress.on(surroundings.err(), surroundings.columns())
        : beside(surroundings);
  }

  /// The same for a command that also asks a question on the screen.
  Watching beside(Surroundings surroundings) {
    return switch (log) {
      case JSON -> new EventLog(surroundings.err(), surroundings.clock());
      case TEXT -> new Progress(surroundings.err());
    };
  }

  boolean yes() {
    return yes;
  }

  RunPolicy policyFor(Targets targets) {
    return targets.policy(wait, cancelBlockers);
  }
}
