package dev.deed.engine.postgres;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/// Waits for what another process or thread does in its own time. A wait ends as soon as the
/// condition holds, so it is long enough for a loaded machine and costs an idle one nothing.
public final class Await {

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Await() {}

  /// @param what is awaited, for the failure: `the session to end`
  public static void until(String what, Callable<Boolean> condition) {
    until(what, condition, holds -> holds);
  }

  /// @return the first answer that is as expected
  /// @throws AssertionError with the last answer where none is
  public static <T> T until(String what, Callable<T> question, Predicate<T> expected) {
    var end = System.nanoTime() + LONGEST.toNanos();
    try {
      while (true) {
        var answer = question.call();
        if (expected.test(answer)) {
          return answer;
        }
        if (System.nanoTime() > end) {
          throw new AssertionError("waited in vain for %s: %s".formatted(what, answer));
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(what, e);
    } catch (Exception e) {
      throw new AssertionError(what, e);
    }
  }
}
