package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.connect.AccessRefused;
import dev.deed.engine.connect.NoConnection;
import dev.deed.engine.connect.PooledConnection;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.UserException;
import dev.deed.sql.UserException.Outcome;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class ConnectionTest {

  @TempDir Path folder;

  @Test
  void refuses_a_database_that_is_not_there(TestDatabase auth) {
    var failure =
        failure("postgresql://%s@%s:%d/no_such".formatted(auth.user(), auth.host(), auth.port()));

    assertThat(failure)
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining("there is no database `no_such`");
    assertThat(failure.outcome()).isEqualTo(Outcome.UNREADABLE);
  }

  @Test
  void does_not_blame_the_password_for_a_server_without_tls(TestDatabase auth) {
    var failure = failure(auth.url() + "?sslmode=require");

    assertThat(failure)
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining(
            "does not support what the URL asks for: The server does not support SSL");
    assertThat(failure.advice()).startsWith("compare sslmode");
  }

  @Test
  void says_that_no_server_is_there() throws Exception {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }

    var failure = failure("postgresql://u:hunter2@localhost:%d/a".formatted(free));

    assertThat(failure)
        .isInstanceOf(NoConnection.class)
        .hasMessageContaining("auth (local): no connection to localhost:" + free);
    assertThat(failure.outcome()).isEqualTo(Outcome.TRY_AGAIN);
    assertThat(everything(failure)).doesNotContain("hunter2");
  }

  @Test
  void says_that_the_host_is_not_known() {
    assertThat(failure("postgresql://u:hunter2@no-such-host.invalid/a"))
        .hasMessageContaining("the host is not known");
  }

  @Test
  void refuses_a_pool_and_names_the_direct_host() {
    var failure = failure("postgresql://u:hunter2@ep-x-pooler.eu.aws.neon.tech/a");

    assertThat(failure).isInstanceOf(PooledConnection.class);
    assertThat(failure.advice()).contains("ep-x.eu.aws.neon.tech");
  }

  @Test
  void is_seen_by_its_name_in_pg_stat_activity(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_see.sql",
                "CREATE TABLE seen AS SELECT application_name FROM pg_stat_activity WHERE pid = pg_backend_pid();");

    assertThat(project.apply().failure()).isNull();

    assertThat(auth.query("SELECT * FROM seen")).containsExactly("deed");
  }

  private UserException failure(String url) {
    var project =
        new Project(folder)
            .on(AUTH, url)
            .file("auth/web/1_users.sql", "CREATE TABLE users (id int);");
    return project.with(project.policy().withConnectWait(Duration.ZERO)).failure();
  }

  private static String everything(Throwable failure) {
    var trace = new java.io.StringWriter();
    failure.printStackTrace(new java.io.PrintWriter(trace));
    return trace.toString();
  }
}
