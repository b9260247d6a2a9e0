package dev.deed.engine.connect;

import java.sql.Connection;
import java.sql.SQLException;

/// A connection borrowed from the pool, unwrapped to the driver's own: at every start, the JVM
/// would generate classes for Agroal's wrappers of statements and results, which takes longer than
/// everything else in a run that has nothing to do.
public final class BorrowedConnection implements AutoCloseable {

  private final Connection pooled;
  private final Connection connection;

  private BorrowedConnection(Connection pooled, Connection connection) {
    this.pooled = pooled;
    this.connection = connection;
  }

  /// @param pooled returned to the pool when this is closed
  static BorrowedConnection of(Connection pooled) throws SQLException {
    return new BorrowedConnection(pooled, pooled.unwrap(Connection.class));
  }

  public Connection connection() {
    return connection;
  }

  /// Ends the server's side immediately, independent of the pool. A failure of either close is
  /// ignored: important changes were committed, or the next run will find them missing.
  @Override
  public void close() {
    quietly(connection);
    quietly(pooled);
  }

  private static void quietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // The server has already ended the session.
    }
  }
}
