package dev.deed.engine.connect;

import java.sql.Connection;
import java.sql.SQLException;

/// Whether something between deed and PostgreSQL answers for the server.
public final class ThroughPool {

  private ThroughPool() {}

  /// @param pid of the server process that works for the connection, as it says itself
  public static boolean is(Connection connection, int pid) throws SQLException {
    return PoolProbe.isSomethingBetween(connection, new Backend(pid, ""));
  }
}
