package dev.deed.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whether values outlive the column that they are in.
final class KeepOption {

  @Option(
      names = "--keep",
      arity = "0..1",
      fallbackValue = "30d",
      paramLabel = "DURATION",
      converter = DirectiveDuration.class,
      description = {
        "Keep the old values that the way back could not compute in a table,",
        "for so long after the contract (without a DURATION: ${FALLBACK-VALUE})."
      })
  private @Nullable String keep;

  @Nullable String duration() {
    return keep;
  }
}
