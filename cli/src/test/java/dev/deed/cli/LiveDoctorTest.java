package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.demo.ExampleProject;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What `deed doctor` reports about databases, reachable or not.
@ExtendWith(PostgresExtension.class)
class LiveDoctorTest {

  @TempDir private Path folder;
  private TestDatabase auth = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void copyExample(TestDatabase database) throws IOException {
    auth = database;
    ExampleProject.copyTo(folder);
    // Whichever server the tests run on.
    change("postgres: 15", "postgres: 14");
  }

  @Test
  void finds_a_database_well() {
    var answer = doctor(auth.url());

    assertThat(answer.exit()).isZero();
    assertThat(answer.out())
        .contains(
            "  ok       connection: localhost:%d/%s as %s\n"
                .formatted(auth.port(), auth.name(), auth.user()),
            "  ok       TLS: not in use, on this machine\n",
            "  ok       pool: none: a direct connection\n",
            "  ok       server version: PostgreSQL ",
            "  ok       writable: yes\n",
            "  ok       history: none yet: the first run creates it\n",
            "  ok       privileges: may create the schema deed\n",
            "  ok       roles: no service has a role: all migrations run as",
            "  ok       long transactions: none\n",
            "  ok       invalid indexes: none\n")
        .doesNotContain("problem");
  }

  @Test
  void tells_the_clocks_apart() {
    assertThat(doctor(auth.url()).out()).contains("warning  clock: the server's clock is ");
    var now = console(auth.url());
    assertThat(
            new Console(now.folder(), now.environment(), Instant.now(), List.of())
                .run("doctor", "--env", "staging", "-d", "auth")
                .out())
        .contains("ok       clock: in step with this machine's");
  }

  @Test
  void says_what_to_grant_to_whom() throws IOException {
    var role = auth.name() + "_login";
    var web = auth.name() + "_web";
    auth.execute("CREATE ROLE " + role + " LOGIN");
    auth.execute("CREATE ROLE " + web);
    change("    team: Web platform", "    role: " + web);
    change("    team: Data API", "    role: Nobody Knows");
    try {
      var user = new TestDatabase(auth.host(), auth.port(), auth.name(), role, "");

      var answer = doctor(user.url());

      assertThat(answer.exit()).isEqualTo(1);
      assertThat(answer.out())
          .contains(
              "problem  privileges: may not create the schema deed",
              "help: GRANT CREATE ON DATABASE %s TO %s".formatted(auth.name(), role),
              "problem  roles: may not run migrations as all services' roles",
              "CREATE ROLE \"Nobody Knows\"; GRANT \"Nobody Knows\" TO %s".formatted(role),
              "GRANT %s TO %s".formatted(web, role));

      auth.execute("GRANT CREATE ON DATABASE %s TO %s".formatted(auth.name(), role));
      auth.execute("GRANT %s TO %s".formatted(web, role));
      change("    role: Nobody Knows", "    team: Data API");
      var mended = doctor(user.url());
      assertThat(mended.exit()).isZero();
      assertThat(mended.out()).contains("ok       roles: may run as " + web);
    } finally {
      auth.execute("DROP OWNED BY " + role);
      auth.execute("DROP ROLE " + role);
      auth.execute("DROP ROLE " + web);
    }
  }

  @Test
  void sees_what_would_stand_in_the_way() throws SQLException, IOException {
    auth.execute("CREATE TABLE t (a int)");
    auth.execute("INSERT INTO t VALUES (1), (1)");
    assertThat(fails("CREATE UNIQUE INDEX CONCURRENTLY t_once ON t (a)")).isTrue();
    change("    postgres: 14", "    postgres: 19");
    try (var other = auth.connect()) {
      other.setAutoCommit(false);
      // PostgreSQL sets the time itself, so the transaction cannot be made older.
      other.createStatement().execute("SET TimeZone = 'UTC'; SELECT FROM t");

      var answer = doctor(auth.url());

      assertThat(answer.exit()).isEqualTo(1);
      assertThat(answer.out())
          .contains(
              "warning  invalid indexes: public.t_once",
              "problem  server version: PostgreSQL ",
              "but the ownership file requires at least 19",
              "ok       long transactions: none");
    }
  }

  @Test
  void sees_a_history_that_it_cannot_read_and_goes_on() {
    auth.execute("CREATE SCHEMA deed");
    auth.execute("CREATE TABLE deed.migration (version text)");

    var answer = doctor(auth.url());

    assertThat(answer.out())
        .contains("problem  history: the schema deed of auth is not what deed")
        .contains("invalid indexes: none");
  }

  @Test
  void goes_on_to_the_next_database_and_shows_no_password() {
    var console =
        Console.in(folder)
            .with(
                Map.of(
                    "STAGING_AUTH_DATABASE_URL", auth.url(),
                    "STAGING_DATABASE_URL", "postgresql://nobody:geheim@localhost:1/main",
                    "PROD_DATABASE_URL", "postgresql://nobody:geheim@localhost:port/main",
                    "AUTH_DATABASE_URL", "postgresql://nobody:geheim@db-pooler.example.com/a",
                    "DATABASE_URL", auth.url()));

    var answer = console.run("doctor", "--format", "json");

    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.screen())
        .contains("error: main (staging): no connection to localhost:1")
        .contains("the environment variable PROD_AUTH_DATABASE_URL is not set")
        .contains("\"check\" : \"writable\"")
        .doesNotContain("geheim");
  }

  private Console.Answer doctor(String url) {
    return console(url).run("doctor", "--env", "staging", "-d", "auth");
  }

  private Console console(String url) {
    return Console.in(folder).with(Map.of("STAGING_AUTH_DATABASE_URL", url));
  }

  private void change(String from, String to) throws IOException {
    var file = folder.resolve("schema-ownership.yaml");
    var text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private boolean fails(String sql) {
    try {
      auth.execute(sql);
      return false;
    } catch (AssertionError e) {
      return true;
    }
  }
}
