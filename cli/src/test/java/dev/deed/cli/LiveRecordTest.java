package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.demo.ExampleProject;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Manual changes that are recorded in the history afterwards.
@ExtendWith(PostgresExtension.class)
class LiveRecordTest {

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
    Files.writeString(folder.resolve("up.sql"), "ALTER TABLE users ADD is_deleted boolean;\n");
    Files.writeString(folder.resolve("down.sql"), "ALTER TABLE users DROP is_deleted;\n");
  }

  @Test
  void shows_and_expects_what_was_recorded_and_can_undo_it() {
    auth.execute("ALTER TABLE users ADD is_deleted boolean");

    var answer = record("Add is_deleted to users", "--sql", "up.sql", "--down", "down.sql");

    assertThat(answer.exit()).isZero();
    assertThat(answer.out())
        .isEqualTo(
            "auth (staging): recorded as auth/20260203040506_add_is_deleted_to_users (web)\n");
    assertThat(run("status").out())
        .contains("11 applied, 0 pending", "manual       20260203040506  add_is_deleted_to_users");
    assertThat(run("verify").exit()).isZero();

    assertThat(run("rollback", "-1").exit()).isZero();
    assertThat(auth.query("SELECT 1 FROM pg_attribute WHERE attname = 'is_deleted'")).isEmpty();
    assertThat(run("verify").exit()).isZero();
    assertThat(run("status").out()).contains("10 applied, 0 pending");
  }

  @Test
  void has_verify_miss_what_was_recorded_and_is_not_there() {
    record("Add is_deleted to users", "--sql", "up.sql");

    assertThat(run("verify").out()).contains("column public.users.is_deleted is not in the");
  }

  @Test
  void passes_over_a_change_without_a_down_only_if_it_is_asked_to() {
    record("fix a row", "--sql", "up.sql");

    for (var goal : List.of("-1", "--to=base", "--to=20260119081500")) {
      var refused = run("rollback", goal);
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err())
          .contains(
              "auth/20260203040506_fix_a_row (web) was changed by hand and recorded without a")
          .contains(
              "deed rollback --to %s --skip 20260203040506".formatted(goal.replace("--to=", "")));
    }

    assertThat(run("rollback", "-1", "--skip", "20260203040506").out())
        .contains("20260119081500  validate_credit_expiry");
    assertThat(run("status").out()).contains("manual       20260203040506  fix_a_row");
    assertThat(run("rollback", "-1", "--skip", "20260105090000").err())
        .contains("has no change by hand that lacks a down and could be skipped");
  }

  @Test
  void records_no_down_that_undoes_nothing() throws IOException {
    Files.writeString(folder.resolve("nothing.sql"), "-- nothing to undo\n");

    var answer = record("fix a row", "--sql", "up.sql", "--down", "nothing.sql");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).contains("nothing.sql has no statement", "leave out --down");
    assertThat(record("fix a row", "--version", "9999999999999999").err())
        .contains("version 9999999999999999 has more than 14 digits");
  }

  @Test
  void refuses_what_is_recorded_already_and_takes_the_same_sql_under_another_name() {
    assertThat(record("fix", "--sql", "up.sql").exit()).isZero();

    var again = record("fix", "--sql", "up.sql");
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).contains("this change is already in the history: auth/2026020304050");
    // The clock of the test does not advance, but two versions must differ.
    assertThat(record("fix once more", "--sql", "up.sql").out())
        .contains("20260203040507_fix_once");
  }

  @Test
  void refuses_a_version_that_is_taken() {
    var answer = record("fix", "--version", "20260105090000");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains("version 20260105090000 is taken by auth/20260105090000_create_users (web)");
  }

  @Test
  void records_nothing_that_it_cannot_read() throws IOException {
    Files.writeString(folder.resolve("up.sql"), "SELECT 1;\nALTER TABEL users ADD x int;\n");

    var answer = record("fix", "--sql", "up.sql");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.out()).contains("up.sql:2:7: error: syntax", "nothing was recorded");
    assertThat(auth.query("SELECT count(*) FROM deed.migration")).containsExactly("10");
  }

  @Test
  void asks_before_a_protected_environment_is_changed() {
    var answer =
        console.run("record", "fix", "--env", "production", "-d", "auth", "--service", "web");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).contains("production is protected");
    assertThat(auth.query("SELECT count(*) FROM deed.migration")).containsExactly("10");
  }

  private Console.Answer record(String description, String... options) {
    var arguments = new ArrayList<>(List.of("--service", "web", description));
    arguments.addAll(List.of(options));
    return run("record", arguments.toArray(String[]::new));
  }

  private Console.Answer run(String command, String... more) {
    var arguments = new ArrayList<>(List.of(command, "--env", "staging", "-d", "auth"));
    arguments.addAll(List.of(more));
    return console.run(arguments.toArray(String[]::new));
  }
}
