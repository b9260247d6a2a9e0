package dev.deed.engine.look.checkup;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Connections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A server that answers.
record Server(
    Connections connections, Connection connection, Address address, Expectations expectations) {

  /// Turns a row into a fact.
  @FunctionalInterface
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  <T> List<T> all(String sql, Reading<T> reading) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var facts = new ArrayList<T>();
      while (rows.next()) {
        facts.add(reading.of(rows));
      }
      return facts;
    }
  }

  /// For a query that returns exactly one row.
  <T> T one(String sql, Reading<T> reading) throws SQLException {
    return all(sql, reading).getFirst();
  }

  String text(String sql) throws SQLException {
    return one(sql, row -> String.valueOf(row.getString(1)));
  }

  boolean isTrue(String sql) throws SQLException {
    return one(sql, row -> row.getBoolean(1));
  }

  int major() throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion();
  }

  /// The user, host and database of the connection, without a password.
  String place() throws SQLException {
    return "%s as %s"
        .formatted(
            address.url().place() + "/" + text("SELECT current_database()"),
            text("SELECT session_user"));
  }
}
