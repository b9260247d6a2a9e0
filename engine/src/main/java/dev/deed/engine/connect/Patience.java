package dev.deed.engine.connect;

import java.time.Duration;
import java.util.function.Consumer;

/// How long to wait for a connection that may come, and who is told while deed waits.
///
/// @param longest with a server that is starting up, waking up, full, or does not answer
/// @param listener told after every attempt that is followed by another one
public record Patience(Duration longest, Consumer<Waiting> listener) {

  /// One attempt has failed, and another one follows.
  ///
  /// @param reason why there is no connection yet: `Connection refused`
  /// @param left until deed gives up
  public record Waiting(Target target, String place, String reason, Duration left) {}

  /// Waits without telling.
  public static Patience of(Duration longest) {
    return new Patience(longest, waiting -> {});
  }

  /// The same for one that is not worth a long wait.
  public Patience atMost(Duration most) {
    return longest.compareTo(most) <= 0 ? this : new Patience(most, listener);
  }
}
