package dev.deed.cli;

import dev.deed.cli.job.ClosingWish;
import dev.deed.cli.job.DriftClosing;
import dev.deed.cli.job.DriftClosing.Change;
import dev.deed.cli.report.ShellWord;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The SQL that closes drift: whether it is wanted, and of what kind.
final class DriftClosingOptions {

  /// They show the SQL, next to the differences.
  private static final List<String> WITH_SQL = List.of("sql", "json", "markdown", "html");

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--change",
      paramLabel = "from|to",
      defaultValue = "from",
      description =
          "The side that the SQL changes, so that it becomes equal to the other"
              + " (default: ${DEFAULT-VALUE}).")
  private Change change = Change.FROM;

  @Option(
      names = "--allow-destructive",
      description = "Let the SQL contain what loses rows or values; otherwise it is commented out.")
  private boolean allowDestructive;

  @Option(
      names = "--move-columns",
      description =
          "Also move columns to their places, which rewrites their tables; otherwise a new column"
              + " is the last one.")
  private boolean moveColumns;

  @Option(
      names = "--prove",
      description =
          "Build the side to change on a scratch server, run the SQL there, and compare: fail"
              + " unless no difference is left.")
  private boolean prove;

  @Option(
      names = "--write",
      paramLabel = "DESCRIPTION",
      description =
          "Also write the SQL as migrations into the folders of the owners, with the way back."
              + " They lead from the side to change to the other.")
  private @Nullable String write;

  @Option(
      names = "--record",
      paramLabel = "DESCRIPTION",
      description =
          "With --env: write what the databases have and the migrations lack as migrations into"
              + " the folders of the owners, and record them there as applied. The environment's"
              + " schema is not changed.")
  private @Nullable String record;

  @Option(
      names = "--dry-run",
      description = "With --write or --record: show the migrations, and write and record nothing.")
  private boolean dryRun;

  @Option(
      names = "--yes",
      description = "With --record: do not ask before changing a protected environment's history.")
  private boolean yes;

  @Option(
      names = "--scratch",
      paramLabel = "URL",
      description =
          "A database on a server where databases may be created for --prove, --proved, --write and"
              + " --record (default:"
              + " the PostgreSQL that comes with deed, where it does).")
  private @Nullable String scratch;

  /// @param formats that were asked for, as they were typed
  /// @param only the service that the report is about; null for all
  DriftClosing closing(List<String> formats, @Nullable String only) {
    var isShown =
        formats.stream()
            .map(format -> format.split("=", 2)[0].toLowerCase(Locale.ROOT))
            .anyMatch(WITH_SQL::contains);
    var wish = wish(only);
    return new DriftClosing(
        isShown || prove || wish != null,
        change,
        allowDestructive,
        moveColumns,
        prove,
        scratch,
        wish);
  }

  boolean records() {
    return record != null;
  }

  /// What follows the same sides in the command to type next: after a dry run the same options
  /// without it. Null where files were written.
  @Nullable String next() {
    if (record == null && write == null) {
      return " --format sql";
    }
    var asked =
        record == null
            ? " --write " + ShellWord.of(Objects.requireNonNull(write))
            : " --record " + ShellWord.of(record);
    return dryRun ? asked + (allowDestructive ? " --allow-destructive" : "") : null;
  }

  private @Nullable ClosingWish wish(@Nullable String only) {
    var description = record == null ? write : record;
    return description == null
        ? null
        : new ClosingWish(description, record != null, dryRun, yes, only);
  }

  /// @param ofEnvironment the sides are those of `--env` alone
  /// @throws ParameterException if options contradict each other
  void refuseContradictions(boolean ofEnvironment) {
    if (record != null && write != null) {
      throw wrong("--record and --write exclude each other: --write records nothing");
    }
    if (record != null && !ofEnvironment) {
      throw wrong("--record needs --env, without --from and --to: it records in that environment");
    }
    if (record != null && change == Change.TO) {
      throw wrong("--record changes the migrations, and --change to the environment: give one");
    }
    if (dryRun && record == null && write == null) {
      throw wrong("--dry-run shows the migrations of --write or --record: give one of them");
    }
    if (yes && record == null) {
      throw wrong("--yes is for --record: nothing else of drift changes a database");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  /// SQL that is run needs a side as a server has it, not as migrations spell it.
  ///
  /// @param formats that were asked for, as they were typed
  boolean needsServer(List<String> formats) {
    return prove
        || write != null
        || record != null
        || formats.stream().anyMatch(format -> format.split("=", 2)[0].equals("sql"));
  }
}
