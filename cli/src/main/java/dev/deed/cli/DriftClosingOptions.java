package dev.deed.cli;

import dev.deed.cli.job.DriftClosing;
import dev.deed.cli.job.DriftClosing.Change;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The SQL that closes drift: whether it is wanted, and of what kind.
final class DriftClosingOptions {

  /// They show the SQL, next to the differences.
  private static final List<String> WITH_SQL = List.of("sql", "json", "markdown", "html");

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
      names = "--scratch",
      paramLabel = "URL",
      description =
          "A database on a server where databases may be created for --prove, --proved and --write (default:"
              + " the PostgreSQL that comes with deed, where it does).")
  private @Nullable String scratch;

  /// @param formats that were asked for, as they were typed
  DriftClosing closing(List<String> formats) {
    var isShown =
        formats.stream()
            .map(format -> format.split("=", 2)[0].toLowerCase(Locale.ROOT))
            .anyMatch(WITH_SQL::contains);
    return new DriftClosing(
        isShown || prove || write != null,
        change,
        allowDestructive,
        moveColumns,
        prove,
        scratch,
        write);
  }

  /// SQL that is run needs a side as a server has it, not as migrations spell it.
  ///
  /// @param formats that were asked for, as they were typed
  boolean needsServer(List<String> formats) {
    return prove
        || write != null
        || formats.stream().anyMatch(format -> format.split("=", 2)[0].equals("sql"));
  }
}
