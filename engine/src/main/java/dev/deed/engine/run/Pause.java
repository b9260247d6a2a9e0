package dev.deed.engine.run;

import java.time.Duration;

/// Waiting.
final class Pause {

  private Pause() {}

  /// @throws Stopped where somebody wants an end
  static void of(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped("interrupted while waiting", e);
    }
  }
}
