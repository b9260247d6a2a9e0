package dev.deed.engine.connect;

import dev.deed.sql.UserException;
import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/// A connection URL leads to a server other than the environment's: a variable of another
/// environment, or a name that moved.
public final class NotExpected extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private NotExpected(Address address, String found) {
    super(
        address.target().words() + ": " + found + "; nothing was changed",
        "correct the connection URL of this environment, or its expect");
  }

  /// For a program that connects by itself; without an expectation, nothing is asked.
  public static void refuse(Address address, Patience patience) {
    if (!address.expected().equals(Address.Expected.ANYTHING)) {
      try (var connections = Connections.open(address, patience);
          var _ = connections.connect()) {
        // Connecting is the question.
      }
    }
  }

  /// The first query to the server, before anything else.
  static void refuseDatabase(Address address, Connection connection) throws SQLException {
    var expected = address.expected().database();
    var found = expected == null ? null : databaseOf(connection);
    if (!Objects.equals(expected, found)) {
      throw new NotExpected(
          address,
          "database `%s` is expected, but the server at %s reports that this is `%s`"
              .formatted(expected, address.url().place(), found));
    }
  }

  /// Any of the URL's hosts may be the one that answers. Before a password is sent to one.
  static void refuseHost(Address address) {
    var expected = address.expected().host();
    if (expected == null) {
      return;
    }
    for (var host : address.url().hosts()) {
      var isHere = host.isSocket() && expected.equals("localhost");
      if (!isHere && !host.name().equalsIgnoreCase(expected)) {
        throw new NotExpected(
            address,
            "host `%s` is expected, but the URL leads to `%s`".formatted(expected, host.name()));
      }
    }
  }

  private static String databaseOf(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery("SELECT pg_catalog.current_database()")) {
      return results.next() ? String.valueOf(results.getString(1)) : "";
    }
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
