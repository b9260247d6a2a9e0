package dev.deed.engine.run;

import dev.deed.engine.Pace;
import java.time.Duration;

/// How many rows the next batch has: as many as fit into the time that one may take.
final class BatchSize {

  private static final int FIRST = 1_000;
  private static final int SMALLEST = 10;

  private final Duration target;
  private int most;
  private int size;

  BatchSize(Pace pace) {
    this.target = pace.target();
    this.most = pace.batch();
    this.size = target.isZero() ? most : Math.min(most, FIRST);
  }

  int rows() {
    return size;
  }

  /// A person has set another limit while it runs.
  void limit(int rows) {
    most = rows;
    size = target.isZero() ? most : Math.min(size, most);
  }

  /// @param isInTheWay other sessions were waiting for its rows
  void took(Duration duration, boolean isInTheWay) {
    if (target.isZero()) {
      return;
    }
    var fitting = size * (double) target.toNanos() / Math.max(1, duration.toNanos());
    var next = Math.clamp((long) fitting, size / 2, size * 2);
    size = Math.clamp(isInTheWay ? Math.min(next, size / 2) : next, Math.min(SMALLEST, most), most);
  }
}
