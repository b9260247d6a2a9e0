package dev.deed.engine.scratch;

import dev.deed.sql.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What programs that have ended have left, and copies that have expired.
///
/// @param dropped their names
/// @param failures one for each that could not be dropped, and is passed over
public record Leftovers(List<String> dropped, List<UserException> failures) {

  public static final Leftovers NONE = new Leftovers(List.of(), List.of());

  public Leftovers {
    dropped = List.copyOf(dropped);
    failures = List.copyOf(failures);
  }

  public Leftovers and(Leftovers others) {
    return new Leftovers(
        Stream.concat(dropped.stream(), others.dropped.stream()).distinct().toList(),
        Stream.concat(failures.stream(), others.failures.stream()).toList());
  }

  /// Those that could not be dropped, in words.
  public List<String> passedOver() {
    return failures.stream()
        .map(failure -> "a copy from before could not be dropped: " + failure.getMessage())
        .distinct()
        .toList();
  }

  /// Collects them one by one.
  public static final class Sweep {

    private final List<String> dropped = new ArrayList<>();
    private final List<UserException> failures = new ArrayList<>();

    /// @param drop says whether there was something to drop
    public void tryDrop(String name, Drop drop) {
      try {
        if (drop.isDone()) {
          dropped.add(name);
        }
      } catch (UserException failure) {
        failures.add(failure);
      }
    }

    public Leftovers leftovers() {
      return new Leftovers(dropped, failures);
    }
  }

  /// Drops one of them, unless it is one no longer.
  @FunctionalInterface
  public interface Drop {
    boolean isDone();
  }
}
