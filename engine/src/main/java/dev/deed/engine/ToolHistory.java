package dev.deed.engine;

import dev.deed.sql.Tool;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the history table of another tool says, in one database.
///
/// @param title of the program that has written it, which may not be the one whose files they are
/// @param table with its schema, as PostgreSQL writes it
/// @param rows in the order of the table
/// @param trouble why it could not be read; null where it was
public record ToolHistory(
    Tool tool, String title, String table, List<Row> rows, @Nullable String trouble) {

  private static final String PLAY = "Play";

  public ToolHistory {
    rows = List.copyOf(rows);
  }

  /// The tool's own.
  public ToolHistory(Tool tool, String table, List<Row> rows, @Nullable String trouble) {
    this(tool, tool == Tool.SQL ? PLAY : tool.title(), table, rows, trouble);
  }

  public enum Outcome {
    APPLIED,
    /// Begun, and not ended well.
    FAILED,
    /// Applied, and undone afterwards.
    UNDONE,
    /// All versions up to this one are applied.
    ALL_UP_TO,
    /// This one and all before it are applied, by the files' own order.
    HEAD
  }

  /// @param name of the migration, as the tool writes it down
  /// @param at when it was applied; null where the tool does not say
  /// @param checksum of its file, as the tool writes it down; empty where it does not
  public record Row(String name, Outcome outcome, @Nullable Instant at, String checksum) {

    /// The name in one line: a change that Sqitch has reworked has a number, too.
    public String shown() {
      return name.replaceFirst("\n1$", "").replaceFirst("\n(\\d+)$", " ($1)");
    }
  }

  /// Whether the table has a row for the migration once that is applied. Play has evolutions, and
  /// the others that run plain SQL have other files.
  public boolean isOf(Migration migration) {
    return migration.origin().tool() == tool
        && (tool != Tool.SQL || migration.origin().mark().isEvolution() == title.equals(PLAY));
  }

  /// As said in messages: `Flyway (public.flyway_schema_history)`.
  public String words() {
    return title() + " (" + table + ")";
  }
}
