package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.demo.ExampleProject;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The ownership file as database privileges, granted and compared on a live server.
@ExtendWith(PostgresExtension.class)
class LiveGrantsTest {

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));
  private TestDatabase auth = new TestDatabase("", 0, "", "", "");
  private List<String> roles = List.of();

  @BeforeEach
  void applyExample(TestDatabase database) throws IOException {
    auth = database;
    // As PostgreSQL 15 and later set it up.
    auth.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    ExampleProject.copyTo(folder);
    console = Console.in(folder).with(Map.of("STAGING_AUTH_DATABASE_URL", auth.url()));
    assertThat(console.run("apply", "--env", "staging", "-d", "auth").exit()).isZero();
    roles = List.of(auth.name() + "_web", auth.name() + "_api", auth.name() + "_billing");
    var ownership = folder.resolve("schema-ownership.yaml");
    Files.writeString(
        ownership,
        Files.readString(ownership)
            .replace("    team: Web platform", "    role: " + roles.get(0))
            .replace("    team: Data API", "    role: " + roles.get(1))
            .replace("    team: Billing", "    role: " + roles.get(2)));
  }

  @AfterEach
  void dropRoles() {
    for (var role : roles) {
      if (!auth.query("SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(role)).isEmpty()) {
        auth.execute("DROP OWNED BY " + role + " CASCADE");
        auth.execute("DROP ROLE " + role);
      }
    }
  }

  @Test
  void names_the_roles_that_are_missing() {
    var answer = check();

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.out())
        .contains("CREATE ROLE " + web() + ";", "ALTER TABLE public.users OWNER TO " + web());
  }

  @Test
  void is_content_when_its_own_sql_was_run() {
    grant();

    var answer = check();

    assertThat(answer.exit()).isZero();
    assertThat(answer.out()).isEqualTo("-- auth (staging): agrees with the ownership file\n");
  }

  @Test
  void lets_owners_change_their_tables_and_nobody_elses() {
    grant();

    assertThat(as(web(), "ALTER TABLE users ADD nickname text")).isEmpty();
    assertThat(as(billing(), "ALTER TABLE users ADD nickname2 text"))
        .contains("must be owner of table users");
    assertThat(as(web(), "DROP FUNCTION apply_credit_transaction() CASCADE"))
        .contains("must be owner of function apply_credit_transaction");
    assertThat(as(web(), "CREATE TABLE user_more (id int)")).isEmpty();
    assertThat(as(api(), "CREATE TABLE user_more_of_others (id int)"))
        .contains("permission denied for schema public");
  }

  @Test
  void lets_consumers_do_what_they_were_granted() {
    grant();

    assertThat(
            as(
                billing(),
                "CREATE TABLE credit_notes (user_id uuid REFERENCES users (id)); SELECT FROM users"))
        .isEmpty();
    assertThat(as(billing(), "UPDATE users SET name = ''")).contains("permission denied");
    assertThat(as(api(), "UPDATE user_credits SET balance = balance")).isEmpty();
    assertThat(as(api(), "SELECT FROM users")).contains("permission denied");
  }

  @Test
  void limits_consumers_to_their_columns() throws IOException {
    var ownership = folder.resolve("schema-ownership.yaml");
    var all = Files.readString(ownership);
    grant();
    Files.writeString(
        ownership,
        all.replace(
            "        - {table: users, access: references}",
            "        - {table: users, access: references, columns: [id, name]}\n"
                + "        - {table: users, access: writes, columns: [name]}"));

    // The right on the whole table goes, and those on columns stay.
    assertThat(check().out())
        .contains(
            "REVOKE SELECT, REFERENCES ON TABLE public.users FROM " + billing(),
            "GRANT SELECT (id, name), REFERENCES (id, name) ON TABLE public.users TO " + billing(),
            "GRANT INSERT (name), UPDATE (name) ON TABLE public.users TO " + billing());
    auth.execute(check().out());

    assertThat(check().out()).isEqualTo("-- auth (staging): agrees with the ownership file\n");
    assertThat(as(billing(), "UPDATE users SET name = upper(name) WHERE id IS NULL")).isEmpty();
    assertThat(as(billing(), "CREATE TABLE credit_notes (user_id uuid REFERENCES users (id))"))
        .isEmpty();
    assertThat(as(billing(), "SELECT email FROM users")).contains("permission denied");
    assertThat(as(billing(), "SELECT * FROM users")).contains("permission denied");
    assertThat(as(billing(), "UPDATE users SET email = ''")).contains("permission denied");
    assertThat(as(billing(), "DELETE FROM users")).contains("permission denied");

    auth.execute("GRANT SELECT (email) ON users TO " + billing());
    assertThat(check().out())
        .contains("REVOKE SELECT (email) ON TABLE public.users FROM " + billing());
    assertThat(check().exit()).isEqualTo(1);

    Files.writeString(ownership, all);
    auth.execute(check().out());
    assertThat(check().out()).isEqualTo("-- auth (staging): agrees with the ownership file\n");
  }

  @Test
  void has_a_service_migrate_what_is_its_own_only() throws IOException {
    grant();
    var mine = "migrations/auth/web/20270101000000_add_nickname.sql";
    Files.writeString(folder.resolve(mine), "ALTER TABLE users ADD nickname text;\n");
    assertThat(console.run("apply", "--env", "staging", "-d", "auth").exit()).isZero();

    var others = "migrations/auth/web/20270101000001_add_note.sql";
    Files.writeString(folder.resolve(others), "ALTER TABLE user_credits ADD note text;\n");
    var refused = console.run("apply", "--env", "staging", "-d", "auth");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.out()).contains("[not-owner]");
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        Files.readString(folder.resolve("schema-ownership.yaml"))
            + "\nrules: {not-owner: warning}\n");
    refused = console.run("apply", "--env", "staging", "-d", "auth");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err()).contains("must be owner of table user_credits (42501)");
  }

  @Test
  void tells_what_is_missing_and_what_is_too_much_and_mends_it() {
    grant();
    auth.execute("ALTER TABLE sessions OWNER TO " + api());
    auth.execute("REVOKE SELECT ON users FROM " + billing());
    auth.execute("GRANT DELETE ON users TO " + api() + ", PUBLIC");
    auth.execute("GRANT CREATE ON SCHEMA public TO PUBLIC");
    auth.execute("GRANT %s TO %s".formatted(web(), api()));
    auth.execute("CREATE TABLE user_notes (id int)");
    auth.execute("CREATE TABLE nobodys (id int)");

    var answer = check();

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.out())
        .isEqualTo(
            """
            -- auth (staging): differs from the ownership file
            -- missing
            ALTER TABLE public.sessions OWNER TO WEB;
            ALTER TABLE public.user_notes OWNER TO WEB;
            GRANT SELECT ON TABLE public.users TO BILLING;
            -- in excess
            REVOKE CREATE ON SCHEMA public FROM PUBLIC;
            REVOKE DELETE ON TABLE public.users FROM API;
            REVOKE DELETE ON TABLE public.users FROM PUBLIC;
            REVOKE WEB FROM API;
            """
                .replace("WEB", web())
                .replace("BILLING", billing())
                .replace("API", api()));
    auth.execute(console.run("grants", "--env", "staging", "-d", "auth").out());
    assertThat(check().exit()).isZero();
  }

  private void grant() {
    roles.forEach(role -> auth.execute("CREATE ROLE " + role));
    var printed = console.run("grants", "-d", "auth");
    assertThat(printed.exit()).isZero();
    auth.execute(printed.out());
  }

  private Console.Answer check() {
    return console.run("grants", "--env", "staging", "-d", "auth", "--check");
  }

  /// PostgreSQL's error for the SQL, which is always rolled back.
  private String as(String role, String sql) {
    try {
      auth.execute("BEGIN; SET LOCAL ROLE %s; %s; ROLLBACK".formatted(role, sql));
      return "";
    } catch (AssertionError e) {
      return String.valueOf(Objects.requireNonNull(e.getCause()).getMessage());
    }
  }

  private String web() {
    return roles.get(0);
  }

  private String api() {
    return roles.get(1);
  }

  private String billing() {
    return roles.get(2);
  }
}
