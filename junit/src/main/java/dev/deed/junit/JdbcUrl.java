package dev.deed.junit;

/// Where a test's database is, for pgjdbc.
///
/// @param url `jdbc:postgresql://localhost:5432/name`, without the user and the password
/// @param password empty if none is needed
public record JdbcUrl(String url, String user, String password) {

  /// Without the password.
  @Override
  public String toString() {
    return "%s (user %s)".formatted(url, user);
  }
}
