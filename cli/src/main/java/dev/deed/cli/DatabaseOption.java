package dev.deed.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Restricts a command that may work on all databases to one of them.
final class DatabaseOption {

  @Option(
      names = {"-d", "--database"},
      paramLabel = "DATABASE",
      description = "Only this database (default: all).")
  private @Nullable String name;

  /// Null for all.
  @Nullable String name() {
    return name;
  }
}
