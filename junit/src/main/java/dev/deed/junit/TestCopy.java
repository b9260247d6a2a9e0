package dev.deed.junit;

import dev.deed.engine.scratch.ScratchDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// The database of one test or of one class, and what leads to it. It is dropped when it is closed,
/// also while connections to it are open.
public final class TestCopy implements AutoCloseable {

  private final ScratchDatabase database;
  private final Queue<Connection> connections = new ConcurrentLinkedQueue<>();

  TestCopy(ScratchDatabase database) {
    this.database = database;
  }

  /// Without JUnit, for other test frameworks; the caller closes it.
  ///
  /// @param file the ownership file; empty where it is to be found
  /// @param name of the database; empty where there is one
  /// @throws DatabaseNotMade if there is none to be had
  public static TestCopy of(String file, String name) {
    return TestProject.at(file, TestSettings.of(System::getProperty)).copy(name);
  }

  /// For pgjdbc.
  public JdbcUrl url() {
    var url = database.address().url();
    var properties =
        url.properties().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .sorted()
            .collect(Collectors.joining("&"));
    return new JdbcUrl(
        properties.isEmpty() ? url.jdbcUrl() : url.jdbcUrl() + "?" + properties,
        Objects.requireNonNullElse(url.user(), System.getProperty("user.name", "")),
        Objects.requireNonNullElse(url.password(), ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// It opens a new connection whenever it is asked.
  public DataSource dataSource() {
    var url = url();
    var source = new PGSimpleDataSource();
    source.setURL(url.url());
    source.setUser(url.user());
    if (!url.password().isEmpty()) {
      source.setPassword(url.password());
    }
    return source;
  }

  /// Closed with the copy.
  Connection connection() {
    try {
      var connection = dataSource().getConnection();
      connections.add(connection);
      return connection;
    } catch (SQLException e) {
      throw new DatabaseNotMade("no connection to %s: %s".formatted(url(), e.getMessage()), "");
    }
  }

  @Override
  public void close() {
    for (var open = connections.poll(); open != null; open = connections.poll()) {
      try {
        open.close();
      } catch (SQLException e) {
        // The test has broken it; the database is dropped whatever is connected.
        continue;
      }
    }
    database.close();
  }
}
