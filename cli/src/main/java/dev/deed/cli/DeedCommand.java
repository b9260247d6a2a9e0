package dev.deed.cli;

import dev.deed.cli.host.EnvironmentFile;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.ProgramVersion;
import dev.deed.cli.report.Report;
import io.quarkus.picocli.runtime.annotations.TopCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

@TopCommand
@Command(
    name = "deed",
    subcommands = {
      NewCommand.class,
      CheckCommand.class,
      LintCommand.class,
      PlanCommand.class,
      SqlCommand.class,
      ApplyCommand.class,
      StatusCommand.class,
      HistoryCommand.class,
      RollbackCommand.class,
      StampCommand.class,
      VerifyCommand.class,
      RecordCommand.class,
      ExecCommand.class,
      DoctorCommand.class,
      GrantsCommand.class,
      DriftCommand.class,
      OwnersCommand.class,
      ExplainCommand.class,
      EffectsCommand.class,
      DemoCommand.class
    },
    header = "PostgreSQL schema migrations for service teams that share databases.",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false)
public final class DeedCommand implements ReportingCommand {

  private Surroundings surroundings;

  @Option(
      names = "--format",
      scope = ScopeType.INHERIT,
      paramLabel = "FORMAT[=FILE]",
      description = {
        "How the report is written, and to which file; may be given several times, once without"
            + " a file (default: text)."
      })
  @SuppressWarnings("UnusedVariable") // Execution asks the parse result: here, a command's own
  // formats would replace those that stand before its name
  private final List<String> formats = new ArrayList<>();

  @Option(
      names = "--color",
      scope = ScopeType.INHERIT,
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Colours on the screen: auto, always or never (default: ${DEFAULT-VALUE}, on a terminal"
              + " where NO_COLOR is not set).")
  private ColorMode coloring;

  @Option(
      names = "--ownership",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description =
          "The ownership file (default: schema-ownership.yaml here or in a folder above).")
  private @Nullable Path ownershipFile;

  @Option(
      names = "--env-file",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "Read variables from a file such as .env; those of the environment count more.")
  private @Nullable Path environmentFile;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the trace of what went wrong.")
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

  /// Without a command there is only the version to report.
  @Override
  public Report report() {
    return new Report.Version(ProgramVersion.read(), Runtime.version().toString());
  }

  /// Before the command is asked.
  ///
  /// @throws EnvironmentFile.NotUnderstood where the file cannot be
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
