package dev.deed.cli;

import dev.deed.cli.host.EnvironmentFile;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.ProgramVersion;
import dev.deed.cli.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

@Command(
    name = "deed",
    header = "PostgreSQL schema migrations for service teams that share databases.",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false)
final class DeedCommand implements ReportingCommand {

  private Surroundings surroundings;

  @Option(
      names = "--format",
      scope = ScopeType.INHERIT,
      paramLabel = "FORMAT[=FILE]",
      description = {
        "Report format, optionally with a file to write it to; can be repeated, once without"
            + " a file (default: text)."
      })
  @SuppressWarnings("UnusedVariable") // Execution reads the parse result: in this field, formats
  // after the command's name would replace those before it
  private final List<String> formats = new ArrayList<>();

  @Option(
      names = "--color",
      scope = ScopeType.INHERIT,
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Colour the output: auto, always or never (default: ${DEFAULT-VALUE}, which means on a"
              + " terminal unless NO_COLOR is set).")
  private ColorMode coloring;

  @Option(
      names = "--ownership",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description =
          "The ownership file (default: schema-ownership.yaml in this folder or a parent folder).")
  private @Nullable Path ownershipFile;

  @Option(
      names = "--env-file",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description =
          "Read variables from a file such as .env; variables of the environment take precedence.")
  private @Nullable Path environmentFile;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      description = "Show the version.")
  private boolean version;

  public DeedCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// The version is the only report there is without a command.
  @Override
  public Report report() {
    return new Report.Version(
        ProgramVersion.read(),
        ProgramVersion.commit(),
        NativeStart.isNative() ? "native" : "jvm",
        Runtime.version().toString());
  }

  /// Called before the command runs.
  ///
  /// @throws EnvironmentFile.NotUnderstood if the file cannot be read or parsed
  void readEnvironmentFile() {
    if (environmentFile != null) {
      var here = surroundings.workingDirectory();
      var file = EnvironmentFile.read(here.resolve(environmentFile));
      surroundings = surroundings.with(file.below(surroundings.environment()), here);
    }
  }

  public Surroundings surroundings() {
    return surroundings;
  }

  ColorMode coloring() {
    return coloring;
  }

  public @Nullable Path ownershipFile() {
    return ownershipFile;
  }

  boolean debug() {
    return debug;
  }

  boolean version() {
    return version;
  }
}
