package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.engine.connect.AccessRefused;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.BorrowedConnection;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.NoConnection;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.connect.Target;
import dev.deed.engine.postgres.Await;
import dev.deed.sql.EnvironmentName;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A server of its own, which listens on a Unix-domain socket and lets nobody in by a password.
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class UnixSocketTest {

  private static final List<Connections> OPEN = new ArrayList<>();
  private static EmbeddedPostgres server;
  private static Path sockets;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    // The temporary folder of a test may be too long for a socket's path.
    sockets = Files.createTempDirectory(Path.of("/tmp"), "deed");
    sockets.toFile().setWritable(true, false);
    server =
        EmbeddedPostgres.builder()
            .setPGStartupWait(Duration.ofMinutes(2))
            .setServerConfig("unix_socket_directories", sockets.toString())
            .setServerConfig("fsync", "off")
            .start();
    var configuration = Path.of(text("SHOW data_directory"));
    Files.writeString(
        configuration.resolve("pg_hba.conf"),
        "local all +peers peer map=tests\nlocal all all trust\nhost all all 127.0.0.1/32 trust\n");
    Files.writeString(configuration.resolve("pg_ident.conf"), "tests /^.*$ known\n");
    execute("CREATE ROLE peers; CREATE ROLE known SUPERUSER LOGIN IN ROLE peers");
    execute("CREATE ROLE stranger LOGIN IN ROLE peers");
    var loaded = text("SELECT pg_conf_load_time()");
    execute("SELECT pg_reload_conf()");
    Await.until("the configuration", () -> !text("SELECT pg_conf_load_time()").equals(loaded));
  }

  @AfterAll
  static void stop() throws IOException {
    OPEN.forEach(Connections::close);
    server.close();
    Files.deleteIfExists(sockets);
  }

  @Test
  void applies_through_a_socket_however_the_url_names_it() throws SQLException {
    var project = new Project(folder);
    for (var url : List.of(socketUrl("postgres"), byParameter("postgres"), byTwoHosts())) {
      execute("DROP SCHEMA IF EXISTS deed CASCADE; DROP TABLE IF EXISTS seen");
      project
          .on(AUTH, url)
          .file(
              "auth/web/1_see.sql",
              "CREATE TABLE seen AS SELECT coalesce(host(inet_client_addr()), 'socket') AS way;");

      assertThat(project.apply().failure()).as(url).isNull();

      assertThat(text("SELECT way FROM seen")).as(url).isEqualTo("socket");
    }
  }

  @Test
  void logs_in_as_the_user_of_the_operating_system() throws SQLException {
    try (var lent = connect(socketUrl("known"))) {
      assertThat(first(lent, "SELECT current_user")).isEqualTo("known");
    }
    assertThatThrownBy(() -> connect(socketUrl("stranger")).close())
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining("Peer authentication failed")
        .extracting(e -> ((AccessRefused) e).advice())
        .asString()
        .contains("pg_ident.conf");
  }

  @Test
  void a_mode_for_encryption_does_not_hold_for_a_socket() throws SQLException {
    try (var lent = connect(socketUrl("postgres") + "?sslmode=require&gssencmode=require")) {
      assertThat(first(lent, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void refuses_a_server_that_another_user_runs() throws SQLException {
    var us = System.getProperty("user.name");

    assertThatThrownBy(() -> connect(socketUrl("postgres") + "?requirepeer=somebody_else").close())
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining("requirepeer asks for somebody_else, but " + us);
    connect(socketUrl("postgres") + "?requirepeer=" + us).close();
  }

  @Test
  void cancels_a_statement_through_the_same_socket() {
    execute("DROP SCHEMA IF EXISTS deed CASCADE");
    var project =
        new Project(folder)
            .on(AUTH, socketUrl("postgres"))
            .file("auth/web/1_slow.sql", "SELECT pg_sleep(600);");
    var stops = new CompletableFuture<Runner>();
    var runner =
        new Runner(
            project.policy(),
            event -> {
              if (event instanceof RunEvent.StatementStarted) {
                stops.join().stop();
                stops.join().stop();
              }
            });
    stops.complete(runner);

    var run =
        runner
            .run(
                project.addresses(),
                (database, history) ->
                    new dev.deed.engine.Planner(project.migrations())
                        .apply(database, history, dev.deed.engine.Wish.ALL))
            .getFirst();

    assertThat(run.failure()).isInstanceOf(Stopped.class);
    assertThat(run.took()).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void tries_again_when_a_lock_is_not_obtained() throws SQLException {
    execute("DROP SCHEMA IF EXISTS deed CASCADE; DROP TABLE IF EXISTS users");
    execute("CREATE TABLE users (id int)");
    var project =
        new Project(folder)
            .on(AUTH, socketUrl("postgres"))
            .file("auth/web/1_users.sql", "ALTER TABLE users ADD name text;");
    project.with(project.policy().withLocks(Duration.ofMillis(200), 100, Duration.ofMinutes(1)));
    try (var other = server.getPostgresDatabase().getConnection();
        var holding = other.createStatement()) {
      holding.execute("BEGIN; LOCK users IN ROW EXCLUSIVE MODE");
      var run =
          project.apply(event -> {
            if (event instanceof RunEvent.Retried) {
              release(holding);
            }
          });
      assertThat(run.failure()).isNull();
    }
  }

  @Test
  void ends_a_wait_for_an_answer_at_its_timeout() throws SQLException {
    try (var lent = connect(socketUrl("postgres"))) {
      lent.connection().setNetworkTimeout(Runnable::run, 300);

      assertThatThrownBy(() -> first(lent, "SELECT pg_sleep(600)"))
          .isInstanceOf(SQLException.class)
          .hasCauseInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void moves_more_than_a_socket_holds_in_both_directions() throws SQLException {
    var text = "ä".repeat(3_000_000);
    try (var lent = connect(socketUrl("postgres"))) {
      assertThat(first(lent, "SELECT '" + text + "'")).isEqualTo(text);
    }
  }

  @Test
  void wakes_up_when_the_connection_is_given_up() throws Exception {
    try (var lent = connect(socketUrl("postgres"))) {
      var answer =
          CompletableFuture.supplyAsync(() -> {
            try {
              return first(lent, "SELECT pg_sleep(600)");
            } catch (SQLException e) {
              return "gone";
            }
          });
      Await.until(
          "the statement",
          () ->
              answer.isDone()
                  || !text("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%sleep(600)'"
                          + " AND state = 'active' AND pid <> pg_backend_pid()")
                      .equals("0"));
      assertThat(answer).isNotDone();
      lent.connection().abort(Runnable::run);

      assertThat(answer.join()).isEqualTo("gone");
    }
  }

  @Test
  void says_that_no_socket_is_there() {
    var url = "postgresql://postgres@%2Fno%2Fsuch:6543/postgres";

    assertThatThrownBy(() -> connect(url).close())
        .isInstanceOf(NoConnection.class)
        .hasMessageContaining("no connection to /no/such/.s.PGSQL.6543: there is no such socket");
  }

  @Test
  void leads_the_programs_of_postgresql_to_the_same_socket() throws Exception {
    var variables = ConnectionUrl.parse(byParameter("postgres"), Map.of()).libpqVariables();

    assertThat(variables)
        .containsEntry("PGHOST", sockets.toString())
        .containsEntry("PGPORT", "" + server.getPort());
  }

  private static void release(java.sql.Statement holding) {
    try {
      holding.execute("ROLLBACK");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static String socketUrl(String user) {
    return "postgresql://%s@%s:%d/postgres"
        .formatted(
            user, URLEncoder.encode(sockets.toString(), StandardCharsets.UTF_8), server.getPort());
  }

  private static String byParameter(String user) {
    return "postgresql:///postgres?host=%s&port=%d&user=%s"
        .formatted(sockets, server.getPort(), user);
  }

  /// Nothing listens at the first one.
  private static String byTwoHosts() {
    return "postgresql://postgres@localhost:1,%s:%d/postgres"
        .formatted(URLEncoder.encode(sockets.toString(), StandardCharsets.UTF_8), server.getPort());
  }

  private static BorrowedConnection connect(String url) {
    var target = new Target(new EnvironmentName("local"), AUTH);
    var address = new Address(target, ConnectionUrl.parse(url, Map.of()));
    var connections = Connections.open(address, Patience.of(Duration.ZERO));
    OPEN.add(connections);
    return connections.connect();
  }

  private static String first(BorrowedConnection lent, String sql) throws SQLException {
    try (var statement = lent.connection().createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String text(String sql) {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private static void execute(String sql) {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
