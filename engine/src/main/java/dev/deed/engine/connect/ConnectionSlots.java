package dev.deed.engine.connect;

import java.util.concurrent.Semaphore;

/// Limits how many databases are processed at once: they may share a server with limited
/// connections, and every database takes two.
public final class ConnectionSlots {

  public static final int ENOUGH = 20;

  private final Semaphore free;

  public ConnectionSlots(int count) {
    this.free = new Semaphore(count, true);
  }

  /// A database that waits for another one must release its slot first, or both may starve.
  public void enter() {
    free.acquireUninterruptibly();
  }

  public void leave() {
    free.release();
  }
}
