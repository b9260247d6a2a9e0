package dev.deed.engine.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// Keeps a script waiting on the server until the test lets it go on. A script that sleeps for a
/// time instead would be over too soon on a loaded machine, or take long on an idle one.
public final class Hold implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final TestDatabase database;
  private final Connection connection;
  private final int key = COUNT.incrementAndGet();

  private Hold(TestDatabase database) throws SQLException {
    this.database = database;
    connection = database.connect();
    try (var statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%d, %d)".formatted(0x74657374, key));
    }
  }

  /// @param database that the holding session is in; the script may run in any of the same server
  public static Hold in(TestDatabase database) throws SQLException {
    return new Hold(database);
  }

  /// A statement that ends when the hold is released. It asks again and again: a wait for the lock
  /// itself would end at the script's `lock_timeout`.
  public String sql() {
    return """
    DO $hold$ BEGIN
      WHILE EXISTS (SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                    WHERE d.datname = '%s' AND locktype = 'advisory' AND classid = %d AND objid = %d) LOOP
        PERFORM pg_sleep(0.01);
      END LOOP;
    END $hold$;
    """
        .formatted(database.name(), 0x74657374, key);
  }

  @Override
  public void close() {
    release();
  }

  /// Lets the script go on.
  public void release() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
