package dev.deed.engine.run;

import dev.deed.engine.connect.Activity;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.connect.Target;
import dev.deed.engine.protocol.HistorySql;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Ensures one run at a time per database: an advisory lock of the session, which ends with it. It
/// is polled: a session that waits inside PostgreSQL holds a snapshot that `CREATE INDEX
/// CONCURRENTLY` waits for.
final class RunLock {

  private static final int CLASS = HistorySql.LOCK_CLASS;
  private static final int OBJECT = HistorySql.LOCK_OBJECT;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration TELL = Duration.ofSeconds(5);

  private static final String TRY =
      "SELECT pg_catalog.pg_try_advisory_lock(%d, %d)".formatted(CLASS, OBJECT);

  private static final String RELEASE =
      "SELECT pg_catalog.pg_advisory_unlock(%d, %d)".formatted(CLASS, OBJECT);

  private static final String HOLDER =
      """
      SELECT %s
      FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.classid = %d AND l.objid = %d AND l.objsubid = 2 AND l.granted
        AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
      """
          .formatted(Activity.COLUMNS, CLASS, OBJECT);

  private final Session session;
  private final Target target;

  RunLock(Session session, Target target) {
    this.session = session;
    this.target = target;
  }

  /// @param waiting called with the holder and the time waited, at once and every few seconds
  /// @throws AnotherRunActive when the wait is over
  /// @throws Stopped if the run was stopped
  void obtain(Duration limit, BiConsumer<Activity, Duration> waiting) throws SQLException {
    var start = System.nanoTime();
    var told = Duration.ofSeconds(-1);
    while (!tryOnce()) {
      var waited = Duration.ofNanos(System.nanoTime() - start);
      var holder = holder();
      if (waited.compareTo(limit) >= 0) {
        throw new AnotherRunActive(target, holder, waited);
      }
      if (holder.isPresent() && (told.isNegative() || waited.minus(told).compareTo(TELL) > 0)) {
        waiting.accept(holder.get(), waited);
        told = waited;
      }
      if (!session.connections().stop().pause(POLL)) {
        throw Stopped.waiting(target, "the end of another run");
      }
    }
  }

  /// Called at the end of a run: the end of the session alone would release the lock only a moment
  /// after this process has ended, and the next run may start before that.
  void release() throws SQLException {
    session.execute(RELEASE);
  }

  /// A script may have released all advisory locks.
  boolean isHeld() throws SQLException {
    return holder().filter(holder -> holder.pid() == session.pid()).isPresent();
  }

  private boolean tryOnce() throws SQLException {
    try (var statement = session.statement();
        var results = statement.executeQuery(TRY)) {
      return results.next() && results.getBoolean(1);
    }
  }

  private Optional<Activity> holder() throws SQLException {
    try (var statement = session.statement();
        var results = statement.executeQuery(HOLDER)) {
      return results.next() ? Optional.of(Activity.of(results)) : Optional.empty();
    }
  }
}
