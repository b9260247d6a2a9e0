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
      description =
          "End sessions that stand in the way and have been idle in their transaction for longer than this (1min where none is given). Never one that works.")
  private @Nullable Duration cancelBlockers;

  @Option(
      names = "--log",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How the run is told on stderr as it goes: text, or json, an event a line.")
  private Log log = Log.TEXT;

  enum Log {
    TEXT,
    JSON
  }

  /// For a command that waits for nobody.
  static RunOptions saying(boolean yes) {
    var options = new RunOptions();
    options.yes = yes;
    return options;
  }

  /// Where a person watches, or a program, or neither.
  Watching watching(Surroundings surroundings) {
    return log == Log.TEXT && surroundings.watched()
        ? LiveProgress.on(surroundings.err(), surroundings.columns())
        : beside(surroundings);
  }

  /// The same, where something else may be on the screen: a question.
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
