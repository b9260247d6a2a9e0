package dev.deed.cli.scratch;

import dev.deed.engine.scratch.Leftovers;
import dev.deed.sql.DatabaseName;
import java.util.List;

/// Makes copies of the databases of an environment, or empty ones in their place.
public interface CopySource extends AutoCloseable {

  /// What a copy has when it is made.
  enum Filling {
    NOTHING,
    /// The schema; the history is to be written.
    SCHEMA,
    /// The schema, the history, and perhaps rows.
    ALL
  }

  /// The caller closes it.
  Copy make(DatabaseName database);

  Filling filling();

  /// Whether its server exists for the copies only, so that roles may be made there.
  default boolean isPrivate() {
    return false;
  }

  /// Only where the server is private.
  default void createRole(String name) {
    throw new IllegalStateException("others use this server, too: no role is made for a copy");
  }

  /// Only where the server is private. What cannot be removed stays.
  ///
  /// @param removals statements that remove what migrations have left on it
  default void remove(List<String> removals) {
    throw new IllegalStateException("others use this server, too: nothing is removed");
  }

  /// Whether copies can be left to the user: the server stays when the program ends.
  default boolean isLasting() {
    return !isPrivate();
  }

  /// What earlier programs have left, as it was found at the beginning.
  default Leftovers leftovers() {
    return Leftovers.NONE;
  }

  /// What a copy is, in words.
  String words();

  @Override
  default void close() {}
}
