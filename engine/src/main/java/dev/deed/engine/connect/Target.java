package dev.deed.engine.connect;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;

/// A database in an environment.
public record Target(EnvironmentName environment, DatabaseName database) {

  /// As shown to users: `auth (production)`.
  public String words() {
    return database + " (" + environment + ")";
  }

  @Override
  public String toString() {
    return words();
  }
}
