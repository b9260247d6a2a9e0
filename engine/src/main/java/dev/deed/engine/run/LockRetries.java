package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Activity;
import dev.deed.sql.script.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Counts tries to get a lock and waits between them, longer each time and with some randomness
/// between runs.
final class LockRetries {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final RunSession work;
  private final MigrationRunner runner;
  private final long start = System.nanoTime();
  private int count;

  LockRetries(RunSession work, MigrationRunner runner) {
    this.work = work;
    this.runner = runner;
  }

  /// Returns when it is time for the next try.
  ///
  /// @throws LockNotObtained if there is none left
  void afterFailure(@Nullable Statement statement, SQLException e, List<Activity> blockers) {
    count++;
    var pause = pause();
    var waited = Duration.ofNanos(System.nanoTime() - start);
    PlannedMigration move = runner.move();
    if (count >= work.policy().lockTries()
        || waited.plus(pause).compareTo(work.policy().lockLimit()) > 0) {
      var place = FailureMessage.place(move, statement, e);
      throw runner.failed(
          new LockNotObtained(place, count, blockers, runner.remains(), e),
          FailureMessage.sentence(e));
    }
    work.tell(new RunEvent.Retried(work.target(), move, count, pause, blockers));
    if (!work.stop().pause(pause)) {
      throw runner.stopped();
    }
  }

  private Duration pause() {
    var doubled = FIRST_PAUSE.toMillis() << Math.min(count - 1, 10);
    var longest = Math.min(doubled, LONGEST_PAUSE.toMillis());
    return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
  }
}
