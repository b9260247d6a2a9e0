package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/// Sessions that keep a migration waiting.
@ExtendWith(PostgresExtension.class)
@Timeout(240)
class BlockersTest {

  private static final RunPolicy POLICY =
      RunPolicy.DEFAULT.withLocks(Duration.ofMillis(1500), 2, Duration.ofMinutes(2));

  @TempDir Path folder;

  @Test
  void ends_an_idle_transaction_that_is_older_than_asked_for(TestDatabase auth)
      throws SQLException {
    var project = project(auth, "ALTER TABLE users ADD age int;", Duration.ofMillis(100));
    project.with(project.policy().withLocks(Duration.ofMillis(1500), 50, Duration.ofMinutes(2)));
    try (var idle = holding(auth)) {
      var run = project.apply();

      assertThat(run.failure()).isNull();
      assertThat(idle.isValid(60)).isFalse();
    }
    assertThat(project.events(RunEvent.BlockerEnded.class)).hasSize(1);
    assertThat(
            auth.query(
                "SELECT event, detail LIKE 'pid % idle in transaction for %LOCK TABLE%' FROM deed.event WHERE event <> 'applied'"))
        .containsExactly("blocker ended|t");
  }

  /// A session may be seen again after it was terminated: here its process is kept from ending.
  @Test
  void reports_once_that_it_ends_a_session(TestDatabase auth) throws SQLException, IOException {
    var project = project(auth, "ALTER TABLE users ADD age int;", Duration.ofMillis(100));
    project.with(project.policy().withLocks(Duration.ofMillis(1500), 50, Duration.ofMinutes(2)));
    try (var idle = holding(auth)) {
      var pid = idle.unwrap(PGConnection.class).getBackendPID();
      assumeTrue(isServerProcess(pid), "the server runs on another machine");
      send("STOP", pid);

      var run =
          project.apply(event -> {
            project.events().add(event);
            if (event instanceof RunEvent.Retried) {
              send("CONT", pid);
            }
          });

      assertThat(run.failure()).isNull();
    }
    assertThat(project.events(RunEvent.BlockerEnded.class)).hasSize(1);
  }

  private static boolean isServerProcess(int pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .filter(command -> command.endsWith("postgres"))
        .isPresent();
  }

  private static void send(String signal, int pid) {
    try {
      assertThat(new ProcessBuilder("kill", "-" + signal, "" + pid).start().waitFor()).isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void ends_an_old_snapshot_that_an_index_waits_for(TestDatabase auth) throws SQLException {
    var project =
        project(auth, "CREATE INDEX CONCURRENTLY by_id ON users (id);", Duration.ofMillis(100));
    project.with(project.policy().withLocks(Duration.ofMillis(1500), 50, Duration.ofMinutes(2)));
    try (var idle = auth.connect();
        var statement = idle.createStatement()) {
      statement.execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT FROM users");

      assertThat(project.apply().failure()).isNull();
    }
    assertThat(project.events(RunEvent.BlockerEnded.class)).hasSize(1);
  }

  @Test
  void leaves_a_younger_one_alone(TestDatabase auth) throws SQLException {
    var project = project(auth, "ALTER TABLE users ADD age int;", Duration.ofMinutes(1));
    try (var idle = holding(auth)) {
      assertThat(project.failure()).isInstanceOf(LockNotObtained.class);
      assertThat(idle.isValid(60)).isTrue();
    }
  }

  @Test
  void hides_passwords_in_queries_of_others(TestDatabase auth) throws SQLException {
    var project = project(auth, "ALTER TABLE users ADD age int;", Duration.ofMinutes(1));
    try (var idle = holding(auth);
        var statement = idle.createStatement()) {
      statement.execute("SELECT $$ALTER ROLE web PASSWORD 'hunter22'$$");

      assertThat(project.failure())
          .hasMessageContaining("ALTER ROLE web PASSWORD '********'")
          .hasMessageNotContaining("hunter22");
    }
  }

  @Test
  void never_ends_one_that_works(TestDatabase auth) throws SQLException, InterruptedException {
    var project = project(auth, "ALTER TABLE users ADD age int;", Duration.ofMillis(1));
    try (var busy = holding(auth);
        var statement = busy.createStatement()) {
      var thread =
          Thread.startVirtualThread(
              () -> assertThatCode(() -> statement.execute("SELECT pg_sleep(600)")));
      auth.await(
          "SELECT state FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(600)'", "active");
      assertThat(project.failure()).isInstanceOf(LockNotObtained.class);
      statement.cancel();
      thread.join();
      assertThat(busy.isValid(60)).isTrue();
    }
    assertThat(project.events(RunEvent.BlockerEnded.class)).isEmpty();
  }

  @Test
  void ends_nothing_unasked(TestDatabase auth) throws SQLException {
    var project = project(auth, "ALTER TABLE users ADD age int;", null);
    try (var idle = holding(auth)) {
      assertThat(project.failure()).isInstanceOf(LockNotObtained.class);
      assertThat(idle.isValid(60)).isTrue();
    }
  }

  private Project project(
      TestDatabase auth, String sql, @org.jspecify.annotations.Nullable Duration cancelBlockers) {
    auth.execute("CREATE TABLE users (id int, name text)");
    return new Project(folder)
        .on(AUTH, auth)
        .with(POLICY.withCancelBlockers(cancelBlockers))
        .file("auth/web/1_users.sql", sql);
  }

  private static void assertThatCode(org.assertj.core.api.ThrowableAssert.ThrowingCallable code) {
    assertThat(org.assertj.core.api.Assertions.catchThrowable(code))
        .isInstanceOf(SQLException.class);
  }

  private static Connection holding(TestDatabase auth) throws SQLException {
    var connection = auth.connect();
    try (var statement = connection.createStatement()) {
      statement.execute("BEGIN; LOCK TABLE users IN SHARE MODE");
    }
    return connection;
  }
}
