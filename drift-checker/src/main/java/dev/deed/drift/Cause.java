package dev.deed.drift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why two sides probably differ about an object.
public sealed interface Cause {

  Cause NOT_KNOWN = new NotKnown();

  /// A migration of the object that one side has and the other has not.
  ///
  /// @param migration its file
  /// @param side where it is not applied
  record Pending(String migration, String side) implements Cause {}

  /// A migration of the object that did not come to its end.
  ///
  /// @param error PostgreSQL's message, null if it was killed or abandoned
  record Failed(String migration, String side, @Nullable String error) implements Cause {}

  /// A change by hand that was recorded afterwards.
  record Recorded(String version, String side, String who, Instant at) implements Cause {}

  /// A statement in the journal of one side.
  ///
  /// @param address null for a local socket
  record Journalled(
      String side,
      Instant at,
      String role,
      String application,
      @Nullable String address,
      String statement)
      implements Cause {}

  /// Neither a migration nor a journal tells.
  record NotKnown() implements Cause {}
}
