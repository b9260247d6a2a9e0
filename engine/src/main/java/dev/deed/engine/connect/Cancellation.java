package dev.deed.engine.connect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/// A request to stop a run: waits end at once, and PostgreSQL's current statements are cancelled
/// after a grace period. Nothing is interrupted: an interrupt would close the connection, and with
/// it lose the answer. Only where PostgreSQL does not answer at all are the connections closed.
public final class Cancellation implements AutoCloseable {

  /// A cancel request that arrives before its statement has no effect, so it is repeated.
  private static final Duration AGAIN = Duration.ofMillis(250);

  /// Where the network is broken, neither a statement nor its cancel request is ever answered.
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final Duration grace;
  private final Set<Connection> open = new LinkedHashSet<>();
  private final Set<Running> running = new LinkedHashSet<>();
  private boolean asked;
  private boolean closed;
  private boolean cut;
  private long end;

  /// @param grace for the statement in progress, from the request on
  public Cancellation(Duration grace) {
    this.grace = grace;
  }

  /// For work that cannot be stopped.
  public static Cancellation never() {
    return new Cancellation(Duration.ZERO);
  }

  /// A second request ends the grace period.
  ///
  /// @return what is left of it for the statement in progress
  public synchronized Duration ask() {
    var left = asked ? Duration.ZERO : grace;
    end = System.nanoTime() + left.toNanos();
    if (!asked) {
      asked = true;
      Thread.ofVirtual().name("deed-stop").start(this::cancelAtTheEnd);
    }
    notifyAll();
    return left;
  }

  public synchronized boolean isAsked() {
    return asked;
  }

  /// Nothing more may be begun, not even in the current step.
  public synchronized boolean isOver() {
    return asked && left() <= 0;
  }

  /// PostgreSQL did not answer in time: no connection may be waited for any longer.
  public synchronized boolean isCut() {
    return cut;
  }

  /// It is closed where the server does not answer a request to stop.
  void opened(Connection connection) {
    synchronized (this) {
      open.add(connection);
      if (!cut) {
        return;
      }
    }
    cut(connection);
  }

  synchronized void closed(Connection connection) {
    open.remove(connection);
  }

  /// Waits.
  ///
  /// @return false if the wait was cut short
  public synchronized boolean pause(Duration duration) {
    var until = System.nanoTime() + duration.toNanos();
    for (var left = duration.toNanos(); left > 0 && !asked; left = until - System.nanoTime()) {
      sleep(left);
    }
    return !asked;
  }

  /// A user's answer; a stop request does not wait for it.
  ///
  /// @param question asked on a thread of its own, which may never end
  /// @return false if there is no answer
  public boolean answer(BooleanSupplier question) {
    var answer =
        CompletableFuture.supplyAsync(
            question::getAsBoolean,
            task -> Thread.ofPlatform().daemon().name("deed-question").start(task));
    var _ = answer.whenComplete((_, _) -> wake());
    synchronized (this) {
      while (!answer.isDone() && !asked) {
        sleep(AGAIN.toNanos());
      }
    }
    return answer.isDone() && answer.join();
  }

  private synchronized void wake() {
    notifyAll();
  }

  /// Must be closed as soon as PostgreSQL has answered: a later cancel would hit the next
  /// statement.
  ///
  /// @throws PSQLException the error of a cancelled statement, if it is too late
  public synchronized Running running(Cancelling cancelling) throws PSQLException {
    if (isOver()) {
      throw new PSQLException("the run was stopped", PSQLState.QUERY_CANCELED);
    }
    var statement = new Running(this, cancelling);
    running.add(statement);
    return statement;
  }

  /// The run has ended.
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  private void cancelAtTheEnd() {
    while (true) {
      List<Running> late;
      synchronized (this) {
        while (!closed && left() > 0) {
          sleep(left());
        }
        if (closed) {
          return;
        }
        late = List.copyOf(running);
      }
      late.forEach(Running::cancel);
      if (-left() > SILENCE.toNanos()) {
        cut();
        return;
      }
      synchronized (this) {
        sleep(AGAIN.toNanos());
      }
    }
  }

  private void cut() {
    List<Connection> all;
    synchronized (this) {
      cut = true;
      all = List.copyOf(open);
    }
    all.forEach(Cancellation::cut);
  }

  private static void cut(Connection connection) {
    try {
      connection.abort(task -> Thread.ofVirtual().name("deed-cut").start(task));
    } catch (SQLException e) {
      // It is closed already, which is what was wanted.
    }
  }

  private synchronized long left() {
    return end - System.nanoTime();
  }

  private void sleep(long nanos) {
    try {
      wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      asked = true;
      end = System.nanoTime();
    }
  }

  private synchronized void ended(Running statement) {
    running.remove(statement);
  }

  /// Cancels PostgreSQL's current statement.
  @FunctionalInterface
  public interface Cancelling {
    void cancel() throws SQLException;
  }

  /// One statement that PostgreSQL is running.
  public static final class Running implements AutoCloseable {

    private final Cancellation stop;
    private final Cancelling cancelling;
    private boolean ended;

    private Running(Cancellation stop, Cancelling cancelling) {
      this.stop = stop;
      this.cancelling = cancelling;
    }

    private synchronized void cancel() {
      if (!ended) {
        try {
          cancelling.cancel();
        } catch (SQLException e) {
          // The server accepts no second connection: the statement has to end by itself.
          ended = true;
        }
      }
    }

    @Override
    public void close() {
      synchronized (this) {
        ended = true;
      }
      stop.ended(this);
    }
  }
}
