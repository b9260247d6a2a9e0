package dev.deed.engine.run;

import java.util.concurrent.Semaphore;

/// How many databases are worked on at once: they may share a server, and a server has only so many
/// connections, of which every database takes two.
final class Places {

  static final int ENOUGH = 20;

  private final Semaphore free;

  Places(int count) {
    this.free = new Semaphore(count, true);
  }

  /// Who waits for another database holds none: that one may need it.
  void enter() {
    free.acquireUninterruptibly();
  }

  void leave() {
    free.release();
  }
}
