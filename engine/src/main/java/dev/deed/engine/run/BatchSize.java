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
  private int before;

  BatchSize(Pace pace) {
    this.target = pace.target();
    this.most = pace.batch();
    this.size = target.isZero() ? most : Math.min(most, FIRST);
    this.before = size;
  }

  int rows() {
    return size;
  }

  /// A person has set another limit while it runs.
  void limit(int rows) {
    most = rows;
    size = target.isZero() ? most : Math.min(size, most);
  }

  /// A batch of this size took so long.
  void took(Duration duration) {
    before = size;
    if (target.isZero()) {
      return;
    }
    var fitting = size * (double) target.toNanos() / Math.max(1, duration.toNanos());
    resize(Math.clamp((long) fitting, size / 2, size * 2));
  }

  /// Other sessions were waiting for rows of that batch.
  void isInTheWay() {
    if (!target.isZero()) {
      resize(Math.min(size, before / 2));
    }
  }

  private void resize(int wanted) {
    size = Math.clamp(wanted, Math.min(SMALLEST, most), most);
  }
}
