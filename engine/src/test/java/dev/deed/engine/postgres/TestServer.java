package dev.deed.engine.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;

/// Where the databases of this JVM's tests live.
record TestServer(String host, int port, String adminDatabase, String user, String password) {

  /// Several start at once on a loaded machine.
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  static TestServer ofThisJvm() {
    return Started.SERVER;
  }

  TestDatabase database(String name) {
    return new TestDatabase(host, port, name, user, password);
  }

  /// @param url `postgresql://user:password@host:port/database`, also with `jdbc:` before it
  static TestServer at(String url) {
    var uri = URI.create(url.replaceFirst("^jdbc:", ""));
    var login = uri.getRawUserInfo() == null ? "postgres" : uri.getRawUserInfo();
    var colon = login.indexOf(':');
    return new TestServer(
        uri.getHost(),
        uri.getPort() < 0 ? 5432 : uri.getPort(),
        uri.getPath().length() > 1 ? uri.getPath().substring(1) : "postgres",
        URLDecoder.decode(colon < 0 ? login : login.substring(0, colon), UTF_8),
        URLDecoder.decode(colon < 0 ? "" : login.substring(colon + 1), UTF_8));
  }

  private static TestServer embedded() {
    try {
      // Nothing here outlives the JVM, so nothing waits for the disk.
      var server =
          EmbeddedPostgres.builder()
              .setPGStartupWait(LONGEST_START)
              .setServerConfig("fsync", "off")
              .setServerConfig("full_page_writes", "off")
              .setServerConfig("synchronous_commit", "off")
              // For the tests of who still reads a column; it counts in each database that has it.
              .setServerConfig("shared_preload_libraries", "pg_stat_statements")
              .setServerConfig("pg_stat_statements.max", "100000")
              .start();
      return new TestServer("localhost", server.getPort(), "postgres", "postgres", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Started when the first test asks, stopped by a shutdown hook.
  private static final class Started {

    static final TestServer SERVER = start();

    private static TestServer start() {
      var url = System.getenv("DEED_TEST_PG");
      if (url != null && !url.isBlank()) {
        return at(url);
      }
      var kind = System.getProperty("deed.test.postgres", "embedded");
      return switch (kind) {
        case "testcontainers" -> ContainerServer.start();
        case "embedded" -> embedded();
        default ->
            throw new IllegalArgumentException(
                "deed.test.postgres is embedded or testcontainers, not " + kind);
      };
    }
  }
}
