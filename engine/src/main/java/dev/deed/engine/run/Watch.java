package dev.deed.engine.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looks, from a second connection, who keeps a statement waiting. It connects only when a
/// statement takes long enough to be worth a look.
final class Watch implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final Duration EVERY = Duration.ofMillis(250);

  private static final String BLOCKERS =
      """
      SELECT %s
      FROM pg_catalog.pg_stat_activity a
      WHERE a.pid = ANY (pg_catalog.pg_blocking_pids(%%d))
      ORDER BY a.xact_start
      """
          .formatted(Activity.COLUMNS);

  private final Session session;
  private final Consumer<List<Activity>> waiting;
  private final Thread thread;
  private boolean ended;
  private volatile List<Activity> blockers = List.of();

  private Watch(Session session, Consumer<List<Activity>> waiting) {
    this.session = session;
    this.waiting = waiting;
    this.thread = Thread.ofVirtual().name("deed-watch").unstarted(this::look);
  }

  /// @param waiting told whenever other sessions come into the way
  static Watch start(Session session, Consumer<List<Activity>> waiting) {
    var watch = new Watch(session, waiting);
    watch.thread.start();
    return watch;
  }

  /// Who was in the way when it was last looked.
  List<Activity> blockers() {
    return blockers;
  }

  /// An interrupt would leave a connection behind that is just being made.
  @Override
  public void close() {
    end();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    Connection connection = null;
    try {
      if (goesOnFor(PATIENCE)) {
        connection = session.connections().connectOnce();
        do {
          note(blockers(connection));
        } while (goesOnFor(EVERY));
      }
    } catch (SQLException e) {
      end(); // There is no second connection: nobody to name.
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

  private void note(List<Activity> found) {
    if (!found.isEmpty()) {
      var isNews = !pids(found).equals(pids(blockers));
      blockers = found;
      if (isNews) {
        waiting.accept(found);
      }
    }
  }

  private List<Activity> blockers(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(BLOCKERS.formatted(session.pid()))) {
      var found = new ArrayList<Activity>();
      while (results.next()) {
        found.add(Activity.of(results));
      }
      return found;
    }
  }

  private static List<Integer> pids(List<Activity> activities) {
    return activities.stream().map(Activity::pid).toList();
  }

  private static void close(@Nullable Connection connection) {
    if (connection != null) {
      Closing.quietly(connection);
    }
  }
}
