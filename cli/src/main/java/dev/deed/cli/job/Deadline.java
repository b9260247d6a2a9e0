package dev.deed.cli.job;

import dev.deed.engine.run.Runner;
import java.time.Duration;

/// Stops a run that takes too long: the statement in progress is cancelled, and its transaction is
/// rolled back.
final class Deadline implements AutoCloseable {

  private final Duration limit;
  private final Runner runner;
  private boolean closed;
  private volatile boolean passed;

  private Deadline(Duration limit, Runner runner) {
    this.limit = limit;
    this.runner = runner;
  }

  static Deadline of(Duration limit, Runner runner) {
    var deadline = new Deadline(limit, runner);
    Thread.ofVirtual().name("deed-deadline").start(deadline::await);
    return deadline;
  }

  boolean isPassed() {
    return passed;
  }

  /// A second request does not wait for the statement.
  private synchronized void await() {
    var end = System.nanoTime() + limit.toNanos();
    for (var left = limit.toNanos(); !closed && left > 0; left = end - System.nanoTime()) {
      try {
        wait(left / 1_000_000, (int) (left % 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (!closed) {
      passed = true;
      runner.stop();
      runner.stop();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
