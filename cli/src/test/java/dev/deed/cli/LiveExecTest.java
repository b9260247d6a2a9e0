package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.demo.ExampleProject;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// SQL run by hand with `deed exec`.
@ExtendWith(PostgresExtension.class)
class LiveExecTest {

  private static final String ADD = "ALTER TABLE users ADD is_deleted boolean";
  private static final String IS_THERE =
      "SELECT count(*) FROM pg_attribute WHERE attname = 'is_deleted'";
  private static final String MANUAL =
      "SELECT slug, service, who = session_user, up FROM deed.migration WHERE state = 'manual'";

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));
  private TestDatabase auth = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void applyExample(TestDatabase database) throws IOException {
    auth = database;
    ExampleProject.copyTo(folder);
    console =
        Console.in(folder)
            .with(
                Map.of(
                    "STAGING_AUTH_DATABASE_URL", auth.url(),
                    "PROD_AUTH_DATABASE_URL", auth.url()));
    assertThat(console.run("apply", "--env", "staging", "-d", "auth").exit()).isZero();
  }

  @Test
  void shows_what_it_did_commits_and_records_it() {
    var answer =
        exec(
            "--yes", ADD + "; COMMENT ON COLUMN users.name IS 'full'; SELECT 1 AS one, NULL AS no");

    assertThat(answer.exit()).isZero();
    assertThat(answer.out())
        .contains(
            """
            alter table
            comment
            select: 1 row
              one | no
              1 | null
            catalog:
              created column public.users.is_deleted: boolean
              changed column public.users.name
            locks:
              ACCESS EXCLUSIVE on table public.users: reads and writes wait
            auth (staging): committed, as asked; recorded as auth/20260203040506_exec_alter_table_users_add_is_deleted_boolean\
            """);
    assertThat(auth.query(IS_THERE)).containsExactly("1");
    assertThat(auth.query(MANUAL).getFirst())
        .startsWith("exec_alter_table_users_add_is_deleted_boolean")
        .contains("|web|t|" + ADD);
    assertThat(run("verify").exit()).isZero();
  }

  @Test
  void rolls_back_where_nobody_can_be_asked() {
    var answer = exec(ADD);

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.out())
        .contains("created column public.users.is_deleted")
        .contains(": nothing was changed; pass --yes or --commit-if to commit");
    assertThat(auth.query(IS_THERE)).containsExactly("0");
    assertThat(auth.query(MANUAL)).isEmpty();
  }

  @Test
  void asks_a_person_with_the_effects_in_view() {
    console = console.typing("n");
    var no = exec(ADD);
    assertThat(no.exit()).isEqualTo(1);
    assertThat(no.err())
        .contains(
            "ACCESS EXCLUSIVE on table public.users", "Commit? [y/N] (rolls back after 60 s)");
    assertThat(no.out())
        .isEqualTo("auth (staging): rolled back, as answered: nothing was changed\n");
    assertThat(auth.query(IS_THERE)).containsExactly("0");

    console = console.typing("y");
    assertThat(exec(ADD).exit()).isZero();
    assertThat(auth.query(IS_THERE)).containsExactly("1");
  }

  @Test
  void commits_if_a_condition_is_true() {
    var condition = "SELECT count(*) = 1 FROM pg_attribute WHERE attname = 'is_deleted'";

    assertThat(exec("--commit-if", "not (%s)".formatted("true"), ADD).exit()).isEqualTo(1);
    assertThat(auth.query(IS_THERE)).containsExactly("0");
    assertThat(exec("--commit-if", condition, ADD).exit()).isZero();
    assertThat(auth.query(IS_THERE)).containsExactly("1");
  }

  @Test
  void lets_a_condition_change_nothing() {
    var answer =
        exec(
            "--commit-if",
            "WITH d AS (DELETE FROM deed.event RETURNING 1) SELECT true FROM d",
            ADD);

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).contains("read-only transaction", "Rolled back: nothing was changed.");
    assertThat(auth.query(IS_THERE)).containsExactly("0");
  }

  @Test
  void refuses_what_the_service_does_not_own_before_anything_is_sent() {
    var answer = exec("--yes", "DROP TABLE user_credits");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.out())
        .contains("exec:1:12: error: service web drops table public.user_credits")
        .contains("auth (staging): nothing was run");
  }

  @Test
  void refuses_what_a_linter_would_and_takes_what_is_silenced() {
    var index = "CREATE INDEX ON users (name)";

    assertThat(exec("--yes", index).out()).contains("[index-not-concurrent]", "nothing was run");
    assertThat(
            exec(
                    "--yes",
                    "\n-- deed: ignore index-not-concurrent until=2026-12-01 reason=\"small\"\n"
                        + index)
                .exit())
        .isZero();
  }

  @Test
  void refuses_what_could_not_be_taken_back_or_waits_without_end() {
    assertThat(exec("CREATE INDEX CONCURRENTLY i ON users (name)").out())
        .contains("cannot run inside a transaction", "deed new \"...\" --service web");
    assertThat(exec("SELECT 1; COMMIT").out()).contains("[transaction-control]");
    assertThat(exec("SET lock_timeout = 0; " + ADD).out()).contains("[no-lock-timeout]");
    assertThat(exec("ALTER TABEL users").out()).contains("exec:1:7: error: syntax error");
    assertThat(exec("\n-- deed: transaction none\n" + ADD).out())
        .contains("the directive `transaction` only applies to migrations");
    assertThat(exec(" -- nothing").out()).contains("the SQL contains no statement");
  }

  @Test
  void says_where_postgresql_refused_and_leaves_nothing() {
    var answer = exec("--yes", ADD + ";\nSELECT nam FROM users WHERE id = 1");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains("error: exec:2:8: column \"nam\" does not exist (42703)")
        .contains("Rolled back: nothing was changed.");
    assertThat(auth.query(IS_THERE)).containsExactly("0");
  }

  @Test
  void rolls_back_where_something_else_was_expected() {
    var answer = exec("--yes", ADD + ";\n-- deed: expect select count(*) from users = 1");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).contains("returned `0`, but `1` was expected", "nothing was changed");
    assertThat(auth.query(IS_THERE)).containsExactly("0");
  }

  @Test
  void gives_way_to_who_holds_the_lock_and_names_him() throws SQLException, IOException {
    var ownership = folder.resolve("schema-ownership.yaml");
    Files.writeString(ownership, Files.readString(ownership) + "policies: {lock_timeout: 700ms}\n");
    try (var other = auth.connect()) {
      other.setAutoCommit(false);
      other.createStatement().execute("SELECT FROM users");

      var answer = exec("--yes", ADD);

      assertThat(answer.exit()).isEqualTo(3);
      assertThat(answer.err())
          .contains("exec:1:1: no lock within 700 ms; blocked by:\n  pid ", "SELECT FROM users");
    }
  }

  @Test
  void asks_for_the_name_of_a_protected_database_and_for_a_rehearsal() {
    var first = console.run("exec", "--env", "production", "-d", "auth", "-s", "web", "--yes", ADD);
    assertThat(first.exit()).isEqualTo(1);
    assertThat(first.err())
        .contains("this SQL was not run in staging, which this environment requires")
        .contains("help: run the same deed exec with --env staging");

    assertThat(exec("--yes", "ALTER TABLE users ADD is_deleted  boolean;").exit()).isZero();
    auth.execute("ALTER TABLE users DROP is_deleted");
    console = console.typing("auth", "y");
    var second = console.run("exec", "--env", "production", "-d", "auth", "-s", "web", ADD);
    assertThat(second.err()).contains("production is protected. Type auth to continue: ");
    assertThat(second.exit()).isZero();
    assertThat(auth.query(IS_THERE)).containsExactly("1");
  }

  @Test
  void keeps_the_down_of_a_file() throws IOException {
    Files.writeString(
        folder.resolve("fix.sql"),
        ADD + ";\n-- DOWN Migration\n-- ALTER TABLE users DROP is_deleted;\n");

    assertThat(exec("--yes", "--file", "fix.sql", "--description", "soft delete").out())
        .contains("recorded as auth/20260203040506_soft_delete (web)");
    assertThat(run("rollback", "-1").exit()).isZero();
    assertThat(auth.query(IS_THERE)).containsExactly("0");
  }

  @Test
  void runs_as_the_services_role() throws IOException {
    var role = auth.name() + "_web";
    auth.execute("CREATE ROLE " + role);
    try {
      var ownership = folder.resolve("schema-ownership.yaml");
      Files.writeString(
          ownership,
          Files.readString(ownership).replace("    team: Web platform", "    role: " + role));

      var answer = exec("--yes", ADD);

      assertThat(answer.exit()).isEqualTo(1);
      assertThat(answer.err()).contains("must be owner of table users (42501)");
    } finally {
      auth.execute("DROP ROLE " + role);
    }
  }

  private Console.Answer exec(String... options) {
    var arguments = new ArrayList<>(List.of("--service", "web"));
    arguments.addAll(List.of(options));
    return run("exec", arguments.toArray(String[]::new));
  }

  private Console.Answer run(String command, String... more) {
    var arguments = new ArrayList<>(List.of(command, "--env", "staging", "-d", "auth"));
    arguments.addAll(List.of(more));
    return console.run(arguments.toArray(String[]::new));
  }
}
