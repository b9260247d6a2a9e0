package dev.deed.engine.protocol;

import dev.deed.sql.script.Statement;
import java.util.Set;

/// The errors by which PostgreSQL reports that there is nothing left to do, for a statement that an
/// earlier run sent and did not see end.
public final class AlreadyDone {

  private static final Set<String> ALREADY_THERE =
      Set.of("42P07", "42710", "42P04", "42701", "42P06", "42723");
  private static final Set<String> NOT_THERE = Set.of("42P01", "42704", "3D000", "3F000", "42883");

  private AlreadyDone() {}

  /// Five-character codes; empty if every error is a real one: inside a block, a missing object may
  /// be a mistake.
  public static Set<String> statesOf(Statement statement) {
    return switch (statement.command().verb()) {
      case CREATE -> ALREADY_THERE;
      case DROP, ALTER -> NOT_THERE;
      case OTHER -> Set.of();
    };
  }
}
