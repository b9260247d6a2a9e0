package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;

/// A service allows one migration of another service what only the owner may do.
///
/// @param owner the service that allows it, for what it owns
/// @param version the migration's, in that database
/// @param by the service whose migration it is
public record Allowance(
    ServiceName owner,
    DatabaseName database,
    String version,
    ServiceName by,
    String reason,
    Span span) {

  /// As the file writes it: `main/20260103000000`.
  public String migration() {
    return database + "/" + version;
  }
}
