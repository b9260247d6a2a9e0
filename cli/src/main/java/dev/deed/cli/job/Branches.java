package dev.deed.cli.job;

import dev.deed.cli.report.Report.BranchCopy;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.scratch.Leftovers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Copies that are kept under a name.
interface Branches extends AutoCloseable {

  /// @param time as the original was then; null for now
  void create(String name, @Nullable Instant time, Instant until);

  /// One for each database of each branch.
  List<BranchCopy> all();

  /// With the passwords, by database.
  Map<String, ConnectionUrl> urls(String name);

  /// To what the original is now, or was at a time.
  void reset(String name, @Nullable Instant time, Instant until);

  /// @return false for one that is not there, which is what was wanted
  boolean delete(String name);

  /// Deletes what has expired, and what killed programs have left.
  Leftovers clear();

  /// What could not be deleted of it at the beginning, in words.
  default List<String> passedOver() {
    return List.of();
  }

  @Override
  default void close() {}
}
