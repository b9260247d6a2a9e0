package dev.deed.engine.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A database on a live server, with what a test needs to prepare it and to look at it.
///
/// @param password empty where the server asks for none
public record TestDatabase(String host, int port, String name, String user, String password) {

  /// Of each server that was asked.
  private static final Map<String, Integer> VERSIONS = new ConcurrentHashMap<>();

  /// As libpq writes it.
  public String url() {
    var secret = password.isEmpty() ? "" : ":" + encoded(password);
    return "postgresql://%s%s@%s:%d/%s".formatted(encoded(user), secret, host, port, name);
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
        .formatted(host, port, name, encoded(user), encoded(password));
  }

  /// The caller closes it.
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl());
  }

  /// One or more statements, outside a transaction where it is one.
  public void execute(String sql) {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /// An empty database of the same server, which the caller drops. Copied as files it costs half of
  /// the server's time, here and when it is dropped.
  public void create(String database) {
    var strategy = majorVersion() >= 15 ? " STRATEGY file_copy" : "";
    execute("CREATE DATABASE %s TEMPLATE template0%s".formatted(database, strategy));
  }

  /// 14, 15 and so on.
  public int majorVersion() {
    return VERSIONS.computeIfAbsent(
        host + ":" + port,
        _ -> Integer.parseInt(query("SHOW server_version_num").getFirst()) / 10_000);
  }

  /// One line a row, its columns joined by `|`, as `psql -At` prints them; a null is empty.
  public List<String> query(String sql) {
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var lines = new ArrayList<String>();
      while (rows.next()) {
        var values = new ArrayList<String>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          var value = rows.getString(column);
          values.add(value == null ? "" : value);
        }
        lines.add(String.join("|", values));
      }
      return lines;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /// Waits until the answer is as expected.
  public void await(String sql, String... lines) {
    Await.until(sql, () -> query(sql), List.of(lines)::equals);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
