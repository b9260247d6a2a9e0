package dev.deed.engine.connect;

import java.sql.Connection;
import java.sql.SQLException;

/// A connection borrowed from the pool, unwrapped to the driver's own: at every start, the JVM
/// would generate classes for Agroal's wrappers of statements and results, which takes longer than
/// everything else in a run that has nothing to do.
public final class BorrowedConnection implements AutoCloseable {

  private final Connection pooled;
  private final Connection connection;
  private final Cancellation stop;

  private BorrowedConnection(Connection pooled, Connection connection, Cancellation stop) {
    this.pooled = pooled;
    this.connection = connection;
    this.stop = stop;
  }

  /// @param pooled returned to the pool when this is closed
  /// @param stop closes it where the server does not answer
  static BorrowedConnection of(Connection pooled, Cancellation stop) throws SQLException {
    var connection = pooled.unwrap(Connection.class);
    stop.opened(connection);
    return new BorrowedConnection(pooled, connection, stop);
  }

  public Connection connection() {
    return connection;
  }

  /// Ends the server's side immediately, independent of the pool. A failure of either close is
  /// ignored: important changes were committed, or the next run will find them missing.
  @Override
  public void close() {
    stop.closed(connection);
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
