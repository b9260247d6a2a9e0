package dev.deed.engine.run;

import dev.deed.engine.Pace;
import java.time.Duration;
import java.util.Optional;

/// How busy a server was between two looks at it.
///
/// @param written bytes of WAL since the look before
/// @param since that look
/// @param dead percent of the table's rows
/// @param lag of the slowest replica
/// @param replica what that one calls itself
record ServerLoad(long written, Duration since, long dead, Duration lag, String replica) {

  /// Why a backfill has to wait; empty where it may go on.
  Optional<String> exceeds(Pace pace) {
    if (!pace.lag().isZero() && lag.compareTo(pace.lag()) > 0) {
      return Optional.of(
          "replica %s is %d.%d s behind"
              .formatted(replica, lag.toSeconds(), lag.toMillisPart() / 100));
    }
    if (pace.dead() > 0 && dead > pace.dead()) {
      return Optional.of("%d %% of the table's rows are dead".formatted(dead));
    }
    var seconds = Math.max(1, since.toNanos()) / 1e9;
    return pace.wal() > 0 && written > pace.wal() * seconds
        ? Optional.of(
            "the server writes %d MB of WAL a second".formatted((long) (written / seconds) >> 20))
        : Optional.empty();
  }
}
