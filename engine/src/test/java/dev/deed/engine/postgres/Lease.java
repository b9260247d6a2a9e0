package dev.deed.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// One database for as long as one test runs.
///
/// @param patience with connections that are about to end
record Lease(TestDatabase admin, TestDatabase database, Duration patience)
    implements AutoCloseable {

  static Lease of(TestServer server, String name, Duration patience) {
    var admin = server.database(server.adminDatabase());
    admin.create(name);
    return new Lease(admin, server.database(name), patience);
  }

  @Override
  public void close() {
    var leaked = connections();
    // A backend ends a little after its client has said goodbye.
    for (var end = Instant.now().plus(patience);
        !leaked.isEmpty() && Instant.now().isBefore(end);
        leaked = connections()) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    admin.execute("DROP DATABASE " + database.name() + " WITH (FORCE)");
    assertThat(leaked).as("connections that the test left open").isEmpty();
  }

  private List<String> connections() {
    return admin.query(
        """
        SELECT format('%s, %s, last statement: %s', application_name, state, left(query, 200))
        FROM pg_stat_activity
        WHERE datname = '\
        """
            + database.name()
            + "' AND backend_type = 'client backend'");
  }
}
