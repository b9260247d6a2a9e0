package dev.deed.junit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is made when the first test asks. If that fails, it fails for the others with the same
/// reason, without another try.
final class Once<T> {

  private final Supplier<T> make;
  private @Nullable T made;
  private @Nullable RuntimeException failure;

  Once(Supplier<T> make) {
    this.make = make;
  }

  /// @throws DatabaseNotMade if it could not be made
  synchronized T get() {
    if (made == null && failure == null) {
      try {
        made = make.get();
      } catch (RuntimeException e) {
        failure = e;
      }
    }
    if (made == null) {
      throw failure == null
          ? new IllegalStateException("nothing was made")
          : new DatabaseNotMade(failure);
    }
    return made;
  }
}
