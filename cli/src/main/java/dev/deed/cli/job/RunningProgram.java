package dev.deed.cli.job;

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

  void end() {
    isOver = true;
    var last = process;
    if (last != null) {
      last.destroy();
    }
  }
}
