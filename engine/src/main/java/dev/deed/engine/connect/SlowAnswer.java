package dev.deed.engine.connect;

import dev.deed.engine.connect.Patience.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// The first answer of a connection through a pool, which accepts connections before it has a
/// session for them: with all of its sessions in use, it leaves the first statement waiting. The
/// wait is reported, and ends when patience is used up or the run is stopped.
final class SlowAnswer {

  /// The largest number of a process on Linux: PostgreSQL sends one when a session begins, a pool a
  /// random number of its own.
  private static final int LARGEST_PID = 4_194_304;

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration AGAIN = Duration.ofMillis(200);

  private final Address address;
  private final Patience patience;
  private final Cancellation stop;

  SlowAnswer(Address address, Patience patience, Cancellation stop) {
    this.address = address;
    this.patience = patience;
    this.stop = stop;
  }

  /// Whether a pool answered for the server, as far as the connection shows without a question.
  static boolean mayWait(int pid) {
    return pid < 0 || pid > LARGEST_PID;
  }

  /// Asks for nothing, so that the connection gets its session.
  ///
  /// @throws NoConnection if it gets none in time
  /// @throws Stopped if the run was stopped meanwhile
  void await(Connection connection) throws SQLException {
    var watch = new Watch(connection);
    var thread = Thread.ofVirtual().name("deed-slow-answer").start(watch);
    try (var statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    } catch (SQLException e) {
      throw watch.meaning(e);
    } finally {
      watch.end();
      join(thread);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Watch implements Runnable {

    private final Connection connection;
    private final long start = System.nanoTime();
    private boolean over;
    private boolean gaveUp;

    Watch(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void run() {
      while (goesOn()) {
        var waited = Duration.ofNanos(System.nanoTime() - start);
        var left = patience.longest().minus(waited);
        if (stop.isAsked() || (!left.isPositive() && waited.compareTo(SOON) > 0)) {
          giveUp();
          return;
        }
        if (waited.compareTo(SOON) >= 0) {
          patience
              .listener()
              .accept(
                  new Waiting(
                      address.target(),
                      "a session of the pool at " + address.url().place(),
                      "all of its sessions are in use",
                      left));
        }
      }
    }

    private synchronized boolean goesOn() {
      try {
        if (!over) {
          wait(AGAIN.toMillis());
        }
      } catch (InterruptedException e) {
        over = true;
      }
      return !over;
    }

    synchronized void end() {
      over = true;
      notifyAll();
    }

    private synchronized void giveUp() {
      if (over) {
        return;
      }
      gaveUp = true;
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        // It is closed already, which is what was wanted.
        over = true;
      }
    }

    private synchronized SQLException meaning(SQLException e) {
      if (!gaveUp) {
        return e;
      }
      if (stop.isAsked()) {
        throw Stopped.waiting(address.target(), "a session of the pool");
      }
      throw new NoConnection(
          "%s: the pool at %s had no session within %d s: all of them are in use"
              .formatted(
                  address.target().words(), address.url().place(), patience.longest().toSeconds()),
          "give the pool more sessions (PgBouncer: default_pool_size), or use the URL of PostgreSQL itself; deed needs up to 3 sessions at a time",
          e);
    }
  }
}
