package dev.deed.cli.job;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A program that works for deed, and ends with it.
final class RunningProgram {

  private volatile @Nullable Process process;
  private volatile boolean isOver;

  void started(Process now) {
    process = now;
    if (isOver) {
      now.destroy();
    }
  }

  /// To be called when it has ended: if deed has ended it, this process ends, too, and nothing else
  /// is done.
  void awaitEndOfAll() {
    while (isOver) {
      LockSupport.park();
    }
  }

  void end() {
    isOver = true;
    var last = process;
    if (last != null) {
      last.destroy();
    }
  }
}
