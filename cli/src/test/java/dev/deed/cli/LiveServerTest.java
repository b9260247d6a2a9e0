package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.demo.ExampleProject;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The example on a live server, from the command line.
@ExtendWith(PostgresExtension.class)
class LiveServerTest {

  private static final String MIGRATION = "migrations/auth/web/20270101000000_add_nickname.sql";

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));

  @BeforeEach
  void copyExample(TestDatabase auth, TestDatabase main) throws IOException {
    ExampleProject.copyTo(folder);
    console =
        Console.in(folder)
            .with(
                Map.of(
                    "STAGING_AUTH_DATABASE_URL", auth.url(),
                    "STAGING_DATABASE_URL", main.url()));
  }

  @Test
  void applies_tells_and_takes_back() {
    var before = console.run("status", "--env", "staging");
    assertThat(before.exit()).isEqualTo(1);
    assertThat(before.out()).contains("auth (staging): 0 applied, 10 pending");

    var apply = console.run("apply", "--env", "staging");
    assertThat(apply.exit()).isZero();
    assertThat(apply.out())
        .contains("auth (staging): 10 migrations applied", "main (staging): 10 migrations applied");
    assertThat(apply.err()).contains("auth: applied auth/20260105090000_create_users (web) in");

    assertThat(console.run("status", "--env", "staging").exit()).isZero();

    var back = console.run("rollback", "--env", "staging", "-d", "main", "-2");
    assertThat(back.exit()).isZero();
    assertThat(back.out()).contains("main (staging): 2 migrations rolled back");
    // Directly one after another: the lock must be free again.
    var again = console.run("apply", "--env", "staging", "--format", "json");
    assertThat(again.exit()).isZero();
    assertThat(again.out()).startsWith("{").contains("\"verdict\" : \"yes\"");
  }

  @Test
  void plans_from_what_is_there_and_does_nothing() {
    console.run("apply", "--env", "staging", "-d", "auth", "--service", "web");

    var plan = console.run("plan", "--env", "staging", "--service", "billing");
    assertThat(plan.exit()).isZero();
    assertThat(plan.out())
        .contains("auth (staging): 5 to apply, 5 applied")
        .contains("late: a later version is already applied")
        .contains("requires auth/20260105090000, which is applied")
        .contains("SHARE ROW EXCLUSIVE on table public.users: writes wait; owned by web")
        .contains("main (staging): 1 to apply, 0 applied")
        .contains("9 pending migrations of other services are left out");
    var dry = console.run("apply", "--env", "staging", "--service", "billing", "--dry-run");
    assertThat(dry.exit()).isZero();
    assertThat(dry.screen()).isEqualTo(plan.out());
    assertThat(console.run("status", "--env", "staging", "-d", "auth").out())
        .contains("auth (staging): 5 applied, 5 pending");
  }

  @Test
  void goes_as_far_as_it_is_told() {
    var steps = console.run("apply", "--env", "staging", "--to", "+1");
    assertThat(steps.exit()).isZero();
    assertThat(steps.out())
        .contains("auth (staging): 1 migration applied", "main (staging): 1 migration applied");
    assertThat(console.run("apply", "--env", "staging", "--to", "202601").err())
        .contains("staging has 2 databases; choose one with --database");
    assertThat(console.run("apply", "--env", "staging", "-d", "auth", "--to", "2026010").err())
        .contains("`2026010` matches 20260105090000, 20260105091500, 20260106080000");
    assertThat(console.run("apply", "--env", "staging", "-d", "auth", "--to", "20260110").out())
        .contains("auth (staging): 4 migrations applied");
    assertThat(
            console.run("rollback", "--env", "staging", "-d", "auth", "--to", "2026010508").err())
        .contains("database auth has no applied migration with version 2026010508");
    assertThat(
            console.run("rollback", "--env", "staging", "-d", "auth", "--to", "2026010509").err())
        .contains("`2026010509` matches 20260105090000, 20260105091500");
    assertThat(
            console.run("rollback", "--env", "staging", "-d", "auth", "--to", "202601050900").out())
        .contains("auth (staging): 4 migrations rolled back");
    assertThat(console.run("rollback", "--env", "staging", "-d", "auth", "--to", "base").out())
        .contains("auth (staging): 1 migration rolled back");
  }

  @Test
  void remembers_what_was_done_and_what_failed() throws IOException {
    assertThat(console.run("history", "--env", "staging").screen())
        .isEqualTo("auth (staging): no versions\nmain (staging): no versions\n");
    Files.writeString(
        folder.resolve(MIGRATION), "ALTER TABLE users ADD nickname text;\nSELECT 1 / 0;\n");
    console.run("apply", "--env", "staging", "-d", "auth");

    var brief = console.run("history", "--env", "staging", "-d", "auth", "--service", "web");
    assertThat(brief.exit()).isZero();
    assertThat(brief.out().lines()).hasSize(7).first().isEqualTo("auth (staging): 6 versions");
    assertThat(brief.out())
        .containsPattern(
            "  applied      20260105090000  create_users \\(web\\)  \\d{4}-\\d\\d-\\d\\d .* UTC by "
                + "\\w+, \\d+ ms")
        .contains("  failed       20270101000000  add_nickname (web)");
    assertThat(console.run("history", "--env", "staging", "-d", "auth", "--verbose").out())
        .contains("so far    0 of 2 statements")
        .contains("error     division by zero")
        .contains(": failed by ")
        .contains("down      DROP TABLE users;")
        .contains("requires  auth/20260105090000")
        .contains("down      none");
    assertThat(
            console
                .run("history", "--env", "staging", "-d", "auth", "-v", "--format", "json")
                .out())
        .contains("\"event\" : \"failed\"", "\"error\" : \"division by zero\"");
  }

  @Test
  void takes_back_by_a_down_that_was_corrected_later() throws IOException {
    Files.writeString(
        folder.resolve(MIGRATION),
        """
        ALTER TABLE users ADD nickname text;
        -- DOWN Migration
        -- deed: ignore will-fail reason="to see how a rollback fails"
        ALTER TABLE users DROP nick;
        """);
    var applied = console.run("apply", "--env", "staging", "-d", "auth");
    assertThat(applied.exit()).as(applied.screen()).isZero();
    var wrong = console.run("rollback", "--env", "staging", "-d", "auth", "-1");
    assertThat(wrong.exit()).isEqualTo(4);
    assertThat(wrong.err())
        .contains(
            "help: this is the down stored when the migration was applied: correct it in "
                + MIGRATION
                + " and run deed rollback with --from-files");

    var text = Files.readString(folder.resolve(MIGRATION)).replace("nick;", "nickname;");
    Files.writeString(folder.resolve(MIGRATION), text);

    assertThat(
            console.run("rollback", "--env", "staging", "-d", "auth", "-1", "--from-files").out())
        .contains("auth (staging): 1 migration rolled back");
  }

  @Test
  void refuses_to_take_back_more_than_there_is() {
    console.run("apply", "--env", "staging", "-d", "auth");

    var answer = console.run("rollback", "--env", "staging", "-d", "auth", "-11");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err())
        .contains("error: auth (staging): only 10 migrations of database auth can be undone");
    assertThat(console.run("status", "--env", "staging", "-d", "auth").exit()).isZero();
  }

  @Test
  void stops_at_a_broken_migration_and_says_where() throws IOException {
    Files.writeString(
        folder.resolve(MIGRATION), "ALTER TABLE users ADD nickname text;\nSELECT 1 / 0;\n");

    var answer = console.run("apply", "--env", "staging");

    assertThat(answer.exit()).isEqualTo(4);
    assertThat(answer.out())
        .contains("auth (staging): 10 migrations applied", "not done     20270101000000")
        .contains("main (staging): 10 migrations applied");
    assertThat(answer.err())
        .contains("error: auth (staging): " + MIGRATION + ":2:")
        .contains("Rolled back: nothing of", "help: ")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void refuses_a_file_that_was_changed_after_it_was_applied() throws IOException {
    var file = folder.resolve("migrations/auth/web/20260112100000_add_user_preferences.sql");
    console.run("apply", "--env", "staging", "-d", "auth");
    Files.writeString(file, Files.readString(file).replaceFirst("jsonb", "json"));

    var answer = console.run("apply", "--env", "staging", "-d", "auth");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains("error: auth (staging): ", "was changed after it was applied");
    assertThat(console.run("status", "--env", "staging", "-d", "auth").out())
        .contains("1 different from the files", "edited       20260112100000");
  }
}
