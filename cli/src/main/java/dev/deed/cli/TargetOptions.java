package dev.deed.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Selects the databases that a command works on.
final class TargetOptions {

  @Option(
      names = {"-e", "--env"},
      required = true,
      paramLabel = "ENVIRONMENT",
      description = "An environment of the ownership file.")
  private String environment = "";

  @Option(
      names = {"-d", "--database"},
      paramLabel = "DATABASE",
      description = "Only this database (default: all in the environment).")
  private @Nullable String database;

  String environment() {
    return environment;
  }

  @Nullable String database() {
    return database;
  }
}
