package dev.deed.engine.connect;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The meaning of PostgreSQL's five-character codes for a run.
public final class SqlStates {

  public static final String LOCK_NOT_AVAILABLE = "55P03";
  public static final String NOT_ALLOWED = "42501";

  /// The library of an extension is not loaded.
  public static final String NOT_LOADED = "55000";

  /// Also of an object that another session dropped meanwhile: "cache lookup failed".
  public static final String INTERNAL = "XX000";

  public static final String NOT_PREPARED = "26000";
  private static final String OUT_OF_MEMORY = "53200";
  static final String CANCELLED = "57014";
  static final String REJECTED = "08004";
  static final String PROTOCOL_VIOLATION = "08P01";
  static final String STARTING_UP = "57P03";
  static final String NO_SUCH_DATABASE = "3D000";
  static final String TOO_MANY_CONNECTIONS = "53300";

  private static final Set<String> LOST =
      Set.of(
          "57P01", "57P02", "57P03", "57P05", "25P03", "08000", "08003", "08006", "08007", "08001");
  private static final Set<String> WORTH_ANOTHER_TRY = Set.of(LOCK_NOT_AVAILABLE, "40P01", "40001");

  /// Columns, tables, keys or types that differ from what was expected.
  private static final Set<String> MISSHAPEN =
      Set.of("42703", "42P01", "42P10", "42804", "42809", "42883", "22P02", "22003");

  private SqlStates() {}

  public static String of(SQLException e) {
    var state = e.getSQLState();
    return state == null ? "" : state;
  }

  /// The session is gone, and with it the answer.
  public static boolean isLost(SQLException e) {
    return LOST.contains(of(e)) || of(e).startsWith("08");
  }

  /// Another session was in the way; nothing of the transaction stays.
  public static boolean isWorthAnotherTry(SQLException e) {
    return WORTH_ANOTHER_TRY.contains(of(e));
  }

  public static boolean isMisshapen(SQLException e) {
    return MISSHAPEN.contains(of(e));
  }

  /// Another session held a lock for longer than the timeout.
  public static boolean isLockNotAvailable(@Nullable Throwable cause) {
    return cause instanceof SQLException e && of(e).equals(LOCK_NOT_AVAILABLE);
  }

  /// A transaction needed more locks than the server has room for, however much memory it has.
  public static boolean isOutOfLocks(SQLException e) {
    return of(e).equals(OUT_OF_MEMORY)
        && String.valueOf(e.getMessage()).contains("out of shared memory");
  }

  public static boolean isCancelled(SQLException e) {
    return of(e).equals(CANCELLED);
  }
}
