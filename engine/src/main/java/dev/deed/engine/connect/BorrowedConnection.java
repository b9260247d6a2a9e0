package dev.deed.engine.connect;

import java.sql.Connection;
import java.sql.SQLException;

/// A connection that the pool has lent, as the driver made it: for the wrappers that Agroal puts
/// around statements and results the JVM writes classes at every start, and that takes longer than
/// all that is asked of a server where nothing is to be done.
public final class BorrowedConnection implements AutoCloseable {

  private final Connection pooled;
  private final Connection connection;

  private BorrowedConnection(Connection pooled, Connection connection) {
    this.pooled = pooled;
    this.connection = connection;
  }

  /// @param pooled given back when this is closed
  static BorrowedConnection of(Connection pooled) throws SQLException {
    return new BorrowedConnection(pooled, pooled.unwrap(Connection.class));
  }

  public Connection connection() {
    return connection;
  }

  /// The server's side ends here and now, whenever the pool gets round to its own. That one of the
  /// two fails is of no consequence: whatever mattered was committed or will be found missing.
  @Override
  public void close() {
    quietly(connection);
    quietly(pooled);
  }

  private static void quietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // The server has ended it.
    }
  }
}
