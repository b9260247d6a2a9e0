package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Activity;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Counts tries to get a lock and waits between them, longer each time and with some randomness
/// between runs.
final class LockRetries {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final RunSession work;
  private final PlannedMigration move;
  private final long start = System.nanoTime();
  private int count;

  LockRetries(RunSession work, PlannedMigration move) {
    this.work = work;
    this.move = move;
  }

  enum Next {
    AGAIN,
    NONE_LEFT,
    STOPPED
  }

  /// Returns when it is time for the next try.
  Next afterFailure(List<Activity> blockers) {
    count++;
    var pause = pause();
    var waited = Duration.ofNanos(System.nanoTime() - start);
    var policy = work.policy().locks();
    if (count >= policy.tries() || waited.plus(pause).compareTo(policy.limit()) > 0) {
      return Next.NONE_LEFT;
    }
    work.tell(new RunEvent.Retried(work.target(), move, count, pause, blockers));
    return work.stop().pause(pause) ? Next.AGAIN : Next.STOPPED;
  }

  int count() {
    return count;
  }

  private Duration pause() {
    var doubled = FIRST_PAUSE.toMillis() << Math.min(count - 1, 10);
    var longest = Math.min(doubled, LONGEST_PAUSE.toMillis());
    return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
  }
}
