package dev.deed.project.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One program's statement, sent again and again by a session of its own until it is closed.
public final class RepeatedWrite implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(2);

  private final Connection connection;
  private final String sql;
  private final AtomicBoolean ends = new AtomicBoolean();
  private final Thread thread;
  private volatile long writes;
  private volatile Duration slowest = Duration.ZERO;
  private volatile @Nullable String failure;

  RepeatedWrite(Connection connection, String sql) {
    this.connection = connection;
    this.sql = sql;
    this.thread = Thread.ofPlatform().daemon().name("repeated-write").start(this::write);
  }

  private void write() {
    try (connection;
        var statement = connection.createStatement()) {
      while (!ends.get()) {
        var start = System.nanoTime();
        statement.execute(sql);
        var took = Duration.ofNanos(System.nanoTime() - start);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        writes = writes + 1;
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } catch (SQLException e) {
      failure = e.getMessage();
    }
  }

  public long writes() {
    return writes;
  }

  public Duration slowest() {
    return slowest;
  }

  /// Why it could not go on, or null.
  public @Nullable String failure() {
    return failure;
  }

  /// Waits for the statement that is under way.
  @Override
  public void close() {
    ends.set(true);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
