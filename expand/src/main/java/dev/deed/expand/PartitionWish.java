package dev.deed.expand;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a table is to be divided.
///
/// @param columns the partition key
/// @param named the bound of each partition that has a name of its own, as the user wrote it
/// @param steps partitions of equal size, null for none
/// @param count of hash partitions, 0 for none
/// @param withDefault rows outside of all bounds have a partition, too
public record PartitionWish(
    Strategy strategy,
    List<String> columns,
    Map<String, String> named,
    @Nullable Steps steps,
    int count,
    boolean withDefault) {

  public PartitionWish {
    columns = List.copyOf(columns);
    named = new LinkedHashMap<>(named);
  }

  public enum Strategy {
    RANGE,
    LIST,
    HASH
  }

  /// @param size `month`, `2 weeks`, or a number
  /// @param from where the first one begins
  /// @param to where the last one ends, at the latest
  public record Steps(String size, String from, String to) {

    /// Null where none of them is given.
    ///
    /// @throws NotExpanded if only some of them are
    public static @Nullable Steps of(
        @Nullable String size, @Nullable String from, @Nullable String to) {
      if (size == null && from == null && to == null) {
        return null;
      }
      if (size == null || from == null || to == null) {
        throw new NotExpanded(
            "--every, --from and --to belong together",
            "give all three: --every month --from 2026-01-01 --to 2027-01-01");
      }
      return new Steps(size, from, to);
    }
  }
}
