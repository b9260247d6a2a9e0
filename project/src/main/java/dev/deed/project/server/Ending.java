package dev.deed.project.server;

import java.util.concurrent.atomic.AtomicInteger;

/// What is done once: when something is closed, or when the process ends before.
public record Ending(Runnable work, Thread lastResort) {

  private static final AtomicInteger DUE = new AtomicInteger();

  public static Ending of(Runnable work) {
    var ending = new Ending(work, new Thread(work, "scratch-cleanup"));
    Runtime.getRuntime().addShutdownHook(ending.lastResort);
    DUE.incrementAndGet();
    return ending;
  }

  /// Whether something is left to be done by the end of the process.
  public static boolean isDue() {
    return DUE.get() > 0;
  }

  public void come() {
    if (isCalledOff()) {
      work.run();
    }
  }

  /// Another one takes care of it from now on.
  ///
  /// @return false where the process ends already
  public boolean isCalledOff() {
    try {
      var isRemoved = Runtime.getRuntime().removeShutdownHook(lastResort);
      if (isRemoved) {
        DUE.decrementAndGet();
      }
      return isRemoved;
    } catch (IllegalStateException alreadyGoingDown) {
      return false;
    }
  }
}
