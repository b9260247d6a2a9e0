package dev.deed.engine.run;

import dev.deed.engine.connect.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Observes a running statement from a second connection at intervals. It connects only for a
/// statement that runs long enough: most statements of most migrations end within a millisecond,
/// without any thread being woken up.
final class StatementWatch implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final Duration EVERY = Duration.ofMillis(250);

  /// How much later than that the first look may be.
  private static final Duration BEAT = Duration.ofMillis(50);

  /// A look takes some milliseconds; a server that needs longer than that for one does not answer.
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final Connections connections;
  private final Consumer<Duration> silence;
  private @Nullable Thread thread;
  private @Nullable Watched current;
  private boolean looking;
  private boolean closed;

  /// One for all statements of a session, one at a time.
  ///
  /// @param silence is told once a statement how long a look has been without an answer
  StatementWatch(Connections connections, Consumer<Duration> silence) {
    this.connections = connections;
    this.silence = silence;
  }

  /// @return to be closed when the statement has ended
  synchronized Watched over(Glance glance) {
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("deed-watch").start(this::watch);
    }
    current = new Watched(this, glance);
    return current;
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  private void watch() {
    for (var watched = due(); watched != null; watched = due()) {
      look(watched);
    }
  }

  /// Waits for a statement that takes long.
  ///
  /// @return null at the end of all statements
  private synchronized @Nullable Watched due() {
    while (!closed) {
      if (current != null && current.isDue()) {
        looking = true;
        return current;
      }
      pause(BEAT);
    }
    return null;
  }

  private void look(Watched watched) {
    var since = System.nanoTime();
    var again = false;
    try (var lent = connections.connectOnce()) {
      lent.connection().setNetworkTimeout(Runnable::run, (int) SILENCE.toMillis());
      do {
        since = System.nanoTime();
        watched.glance.at(lent.connection());
      } while (goesOn(watched));
    } catch (SQLException e) {
      // There is no second connection, or it was lost: nothing to report, but for silence.
      var waited = Duration.ofNanos(System.nanoTime() - since);
      again = waited.compareTo(SILENCE) >= 0;
      if (again && isNews(watched)) {
        silence.accept(waited);
      }
    } finally {
      looked(watched, again);
    }
  }

  private synchronized boolean isNews(Watched watched) {
    var isAwaited = current == watched && !closed && !connections.stop().isAsked();
    var news = isAwaited && !watched.silent;
    watched.silent |= isAwaited;
    return news;
  }

  /// @param again it is worth another look
  private synchronized void looked(Watched watched, boolean again) {
    looking = false;
    if (!again) {
      forget(watched);
    }
    notifyAll();
  }

  /// @return false as soon as the statement has ended
  private synchronized boolean goesOn(Watched watched) {
    var until = System.nanoTime() + EVERY.toNanos();
    for (var left = EVERY; current == watched && !closed && left.toMillis() > 0; ) {
      pause(left);
      left = Duration.ofNanos(until - System.nanoTime());
    }
    return current == watched && !closed;
  }

  /// An interrupt would leak a connection that is just being opened.
  private synchronized void end(Watched watched) {
    forget(watched);
    if (looking) {
      notifyAll();
    }
    var until = System.nanoTime() + SILENCE.toNanos();
    while (looking && System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
      pause(EVERY);
    }
  }

  private void forget(Watched watched) {
    if (current == watched) {
      current = null;
    }
  }

  private synchronized void pause(Duration duration) {
    try {
      wait(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What to observe.
  @FunctionalInterface
  interface Glance {
    void at(Connection connection) throws SQLException;
  }

  /// One statement that PostgreSQL is running.
  static final class Watched implements AutoCloseable {

    private final StatementWatch watch;
    private final Glance glance;
    private final long start = System.nanoTime();
    private boolean silent;

    private Watched(StatementWatch watch, Glance glance) {
      this.watch = watch;
      this.glance = glance;
    }

    private boolean isDue() {
      return System.nanoTime() - start >= PATIENCE.toNanos();
    }

    @Override
    public void close() {
      watch.end(this);
    }
  }
}
