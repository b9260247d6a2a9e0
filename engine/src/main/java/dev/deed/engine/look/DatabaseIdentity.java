package dev.deed.engine.look;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;

/// Which database of which running server a connection leads to, by whatever name or proxy.
///
/// @param started when the server was started, to the microsecond
/// @param oid of the database
public record DatabaseIdentity(String started, long oid) {

  private static final String READ =
      """
      SELECT pg_catalog.pg_postmaster_start_time()::text, oid::bigint
      FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()
      """;

  public static DatabaseIdentity of(Address address, Patience patience) {
    return ReadOnlySession.at(
        address,
        patience,
        connection -> {
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery(READ)) {
            rows.next();
            return new DatabaseIdentity(String.valueOf(rows.getString(1)), rows.getLong(2));
          }
        });
  }
}
