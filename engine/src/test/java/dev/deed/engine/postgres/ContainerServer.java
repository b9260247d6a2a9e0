package dev.deed.engine.postgres;

import org.testcontainers.postgresql.PostgreSQLContainer;

/// In a class of its own, so that Testcontainers is loaded only where it was asked for.
final class ContainerServer {

  private ContainerServer() {}

  /// `-Ddeed.test.postgres.image=postgres:18` chooses the image; Testcontainers removes the
  /// container when the JVM ends.
  static TestServer start() {
    var container =
        new PostgreSQLContainer(System.getProperty("deed.test.postgres.image", "postgres:15"));
    container.start();
    return new TestServer(
        container.getHost(),
        container.getFirstMappedPort(),
        container.getDatabaseName(),
        container.getUsername(),
        container.getPassword());
  }
}
