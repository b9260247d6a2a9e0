package dev.deed.cli.scratch;

/// What is done once: when something is closed, or when the process ends before.
record Ending(Runnable work, Thread lastResort) {

  static Ending of(Runnable work) {
    var ending = new Ending(work, new Thread(work, "scratch-cleanup"));
    Runtime.getRuntime().addShutdownHook(ending.lastResort);
    return ending;
  }

  void come() {
    if (isCalledOff()) {
      work.run();
    }
  }

  /// Another one takes care of it from now on.
  ///
  /// @return false where the process ends already
  boolean isCalledOff() {
    try {
      return Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException alreadyGoingDown) {
      return false;
    }
  }
}
