package dev.deed.cli.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// A statement that runs while others look on.
final class Waiting implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Connection connection;
  private final FutureTask<Boolean> work;
  private final long backend;

  Waiting(Connection connection, String sql) throws SQLException {
    this.connection = connection;
    work = new FutureTask<>(() -> execute(sql));
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      backend = row.getLong(1);
    }
  }

  private boolean execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }

  long backend() {
    return backend;
  }

  void start() {
    Thread.ofVirtual().start(work);
  }

  /// Until it waits for a lock, or is done.
  boolean waits(Connection observer) throws SQLException {
    var query = "SELECT wait_event_type FROM pg_stat_activity WHERE pid = " + backend;
    var end = Instant.now().plus(PATIENCE);
    while (!work.isDone() && Instant.now().isBefore(end)) {
      try (var statement = observer.createStatement();
          var row = statement.executeQuery(query)) {
        if (row.next() && "Lock".equals(row.getString(1))) {
          return true;
        }
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    if (!work.isDone()) {
      throw new AssertionError("the statement neither ends nor waits for a lock");
    }
    return false;
  }

  /// With the error that the statement ended with, if it did.
  void finish() throws SQLException {
    try {
      work.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SQLException failure ? failure : new SQLException(e);
    } catch (TimeoutException e) {
      throw new AssertionError("the statement still waits", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws SQLException {
    if (!work.isDone()) {
      connection.abort(Runnable::run);
    }
  }
}
