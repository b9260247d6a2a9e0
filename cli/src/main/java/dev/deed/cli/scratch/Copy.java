package dev.deed.cli.scratch;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import java.util.Optional;

/// A copy of a database that may be changed, and is dropped when it is closed.
public interface Copy extends AutoCloseable {

  Address address();

  Patience patience();

  /// Its present state, to which it can be brought back; empty where its provider cannot do that.
  /// There must be no session in it.
  default Optional<Moment> remember() {
    return Optional.empty();
  }

  @Override
  void close();

  /// A state that is remembered until it is closed.
  interface Moment extends AutoCloseable {

    /// Brings the copy back to it. Sessions in the copy are ended.
    void restore();

    @Override
    void close();
  }
}
