package dev.deed.engine.connect;

import java.util.concurrent.Semaphore;

/// How many databases are worked on at once: they may share a server, and a server has only so many
/// connections, of which every database takes two.
public final class ConnectionSlots {

  public static final int ENOUGH = 20;

  private final Semaphore free;

  public ConnectionSlots(int count) {
    this.free = new Semaphore(count, true);
  }

  /// Who waits for another database holds none: that one may need it.
  public void enter() {
    free.acquireUninterruptibly();
  }

  public void leave() {
    free.release();
  }
}
