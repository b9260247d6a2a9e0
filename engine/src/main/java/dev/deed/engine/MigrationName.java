package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;

/// The name of a migration, in the folder and in the history.
///
/// @param slug the words of the file's name: `add_user_preferences`; empty where a tool's version
///   is all of the name
public record MigrationName(
    DatabaseName database, ServiceName service, Version version, String slug) {

  /// As shown to users: `auth/20260129103000_add_user_preferences (web)`.
  public String words() {
    return database + "/" + version + (slug.isEmpty() ? "" : "_" + slug) + " (" + service + ")";
  }

  @Override
  public String toString() {
    return words();
  }
}
