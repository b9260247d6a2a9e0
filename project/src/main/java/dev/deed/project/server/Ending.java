package dev.deed.project.server;

/// What is done once: when something is closed, or when the process ends before.
public record Ending(Runnable work, Thread lastResort) {

  public static Ending of(Runnable work) {
    var ending = new Ending(work, new Thread(work, "scratch-cleanup"));
    Runtime.getRuntime().addShutdownHook(ending.lastResort);
    return ending;
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
      return Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException alreadyGoingDown) {
      return false;
    }
  }
}
