package dev.deed.cli.scratch;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import java.time.Instant;
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

  /// Leaves it to the user, who drops it: it is not dropped when it is closed. There must be no
  /// session in it.
  ///
  /// @param name for it, if it has none that lasts
  /// @param until when it may be dropped
  /// @return where it is, without a password, and how it is dropped
  String keep(String name, Instant until);

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
