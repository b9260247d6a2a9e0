package dev.deed.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one statement did to one object, as the journal of a database has it.
///
/// @param role who logged in
/// @param application as the session named itself; deed's own sessions are named `deed`
/// @param address null for a local socket
/// @param tag `ALTER TABLE`
/// @param kind as PostgreSQL names it: `table`, `table column`
/// @param identity as PostgreSQL prints it: `public.users`
/// @param statement empty where it may have a password
public record JournalEntry(
    Instant at,
    String role,
    String application,
    @Nullable String address,
    String tag,
    String kind,
    String identity,
    String statement) {

  /// Whether deed itself ran the statement.
  public boolean isOfDeed() {
    return application.equals("deed") || application.startsWith("deed ");
  }
}
