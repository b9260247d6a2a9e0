package dev.deed.engine;

import dev.deed.sql.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tool that a migration's file belongs to, and how that tool treats it.
///
/// @param mark by which the tool's own history knows it
/// @param unread why its statements are not known; null where they are
public record Origin(Tool tool, Mark mark, Kind kind, @Nullable Unread unread) {

  /// A file of deed's own layout.
  public static final Origin DEED = new Origin(Tool.DEED, Mark.of(""), Kind.ONCE, null);

  public enum Kind {
    /// Applied once.
    ONCE,
    /// Applied after all others, and again whenever it has changed.
    REPEATABLE,
    /// SQL that is judged but never a migration of its own: what a schema is built from, or what is
    /// not committed yet.
    ASIDE
  }

  /// @param name as the tool writes it down
  /// @param checksums that the tool may have written down for the file as it is; empty if it writes
  ///   none, or one that deed does not compute
  /// @param after names of those directly before it, for a tool that writes down only the last ones
  public record Mark(String name, List<String> checksums, List<String> after) {
    public Mark {
      checksums = List.copyOf(checksums);
      after = List.copyOf(after);
    }

    /// Before the number that Play gives an evolution.
    public static final String EVOLUTION = "evolution ";

    public static Mark of(String name) {
      return new Mark(name, List.of(), List.of());
    }

    /// Of a file whose history is a table of Play's.
    boolean isEvolution() {
      return name.startsWith(EVOLUTION);
    }

    public Mark withChecksums(List<String> known) {
      return new Mark(name, known, after);
    }

    public Mark after(List<String> earlier) {
      return new Mark(name, checksums, earlier);
    }
  }

  /// @param message what is not known, and why
  /// @param advice what to type
  /// @param isPrintable the tool can print the SQL, and deed knows the command
  public record Unread(String message, String advice, boolean isPrintable) {}

  public boolean isOfDeed() {
    return tool == Tool.DEED;
  }

  /// The schema that all migrations leave, as Rails writes it down.
  public boolean isSchema() {
    return tool == Tool.RAILS && kind == Kind.ASIDE;
  }

  public boolean isRepeatable() {
    return kind == Kind.REPEATABLE;
  }
}
