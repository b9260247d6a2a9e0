package dev.deed.engine.protocol;

import dev.deed.sql.script.Statement;
import java.util.Set;

/// How PostgreSQL says that there is nothing left to do for a statement that an earlier run sent
/// without living to see its end.
public final class AlreadyDone {

  private static final Set<String> ALREADY_THERE =
      Set.of("42P07", "42710", "42P04", "42701", "42P06", "42723");
  private static final Set<String> NOT_THERE = Set.of("42P01", "42704", "3D000", "3F000", "42883");

  private AlreadyDone() {}

  /// Five-character codes; none where an error always is one: what a block calls may be missing.
  public static Set<String> statesOf(Statement statement) {
    return switch (statement.command().split(" ", 2)[0]) {
      case "CREATE" -> ALREADY_THERE;
      case "DROP", "ALTER" -> NOT_THERE;
      default -> Set.of();
    };
  }
}
