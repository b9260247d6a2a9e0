package dev.deed.engine.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Looks, from a second connection and every now and then, how a statement fares. It connects only
/// when a statement takes long enough to be worth a look; before that there is not even a thread,
/// since most statements of most migrations are over in a millisecond.
final class Watch implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final Duration EVERY = Duration.ofMillis(250);

  private final Connections connections;
  private final Glance glance;
  private final Thread thread;
  private final ScheduledFuture<?> beginning;
  private boolean begun;
  private boolean ended;

  private Watch(Connections connections, Glance glance) {
    this.connections = connections;
    this.glance = glance;
    this.thread = Thread.ofVirtual().name("deed-watch").unstarted(this::look);
    this.beginning =
        ForkJoinPool.commonPool().schedule(this::begin, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  static Watch start(Connections connections, Glance glance) {
    return new Watch(connections, glance);
  }

  /// An interrupt would leave a connection behind that is just being made.
  @Override
  public void close() {
    end();
    beginning.cancel(false);
    try {
      if (isBegun()) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void begin() {
    if (!ended) {
      begun = true;
      thread.start();
    }
  }

  private synchronized boolean isBegun() {
    return begun;
  }

  private void look() {
    Connection connection = null;
    try {
      connection = connections.connectOnce();
      do {
        glance.at(connection);
      } while (goesOnFor(EVERY));
    } catch (SQLException e) {
      end(); // There is no second connection, or none any more: nothing to tell.
    } finally {
      close(connection);
    }
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /// @return false as soon as the statement has ended
  private synchronized boolean goesOnFor(Duration duration) {
    var until = System.nanoTime() + duration.toNanos();
    try {
      for (var left = duration; !ended && left.toMillis() > 0; ) {
        wait(left.toMillis());
        left = Duration.ofNanos(until - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ended = true;
    }
    return !ended;
  }

  private static void close(@Nullable Connection connection) {
    if (connection != null) {
      Closing.quietly(connection);
    }
  }

  /// What to look at.
  @FunctionalInterface
  interface Glance {
    void at(Connection connection) throws SQLException;
  }
}
