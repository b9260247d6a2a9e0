package dev.deed.engine.run;

import java.util.concurrent.Semaphore;

/// Limits how many databases are processed at once: they may share a server with limited
/// connections, and every database takes two.
final class Places {

  static final int ENOUGH = 20;

  private final Semaphore free;

  Places(int count) {
    this.free = new Semaphore(count, true);
  }

  /// A database that waits for another one must release its slot first, or both may starve.
  void enter() {
    free.acquireUninterruptibly();
  }

  void leave() {
    free.release();
  }
}
