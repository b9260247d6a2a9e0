package dev.deed.engine;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a backfill walks through its table, and when it slows down or waits.
///
/// @param key columns by which the table is walked; empty for its primary key
/// @param batch rows in one transaction, at most
/// @param pause after each batch
/// @param target how long a batch may take: rows are locked that long; larger batches are made
///   smaller. Zero for any time
/// @param lag of a replica, at most; zero for any
/// @param wal bytes of WAL that the server may write in a second while it runs; 0 for any
/// @param dead percent of the table's rows that may be dead; 0 for any
/// @param pauseWhen it waits while this query returns true; null for none
public record Pace(
    List<String> key,
    int batch,
    Duration pause,
    Duration target,
    Duration lag,
    long wal,
    int dead,
    @Nullable String pauseWhen) {

  /// A writer that needs a row of the batch waits until the batch ends, so a batch is short.
  public static final Pace DEFAULT =
      new Pace(
          List.of(),
          5_000,
          Duration.ZERO,
          Duration.ofMillis(30),
          Duration.ofSeconds(10),
          0,
          0,
          null);

  public Pace {
    key = List.copyOf(key);
  }
}
