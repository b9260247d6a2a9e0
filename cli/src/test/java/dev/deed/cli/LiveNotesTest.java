package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/// Drafts, and what authors tell the people who apply their migrations.
@ExtendWith(PostgresExtension.class)
class LiveNotesTest {

  private static final String TABLE = "CREATE TABLE users (id bigint PRIMARY KEY);\n";

  @TempDir private Path folder;
  private TestDatabase main = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void prepare(TestDatabase database) throws IOException {
    main = database;
    ownership("");
  }

  @Test
  void applies_a_draft_in_disposable_environments_only() throws IOException {
    write("1_users.sql", "-- deed: draft\n" + TABLE);
    ownership("rules: {draft-migration: off, missing-down: off}\n");

    for (var environment : new String[] {"production", "staging"}) {
      var refused = console().run("apply", "--env", environment, "--yes");
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.out())
          .contains("this migration is a draft, and %s is not disposable".formatted(environment));
      assertThat(console().run("plan", "--env", environment).exit()).isEqualTo(1);
    }
    assertThat(main.query("SELECT to_regclass('users')")).containsExactly("");

    var local = console().run("apply", "--env", "local");
    assertThat(local.exit()).as(local.out() + local.err()).isZero();
    assertThat(main.query("SELECT to_regclass('users')")).containsExactly("users");
  }

  @Test
  void forgets_no_draft_that_another_environment_has_taken() throws IOException {
    write("1_draft_users.sql", TABLE);
    ownership("rules: {draft-migration: off, missing-down: off}\n");
    assertThat(console().run("plan", "--env", "local").exit()).isZero();

    assertThat(console().run("apply", "--env", "staging").exit()).isEqualTo(1);
  }

  @Test
  void waits_for_manual_steps_in_a_protected_environment() throws IOException {
    write(
        "1_users.sql", "-- deed: why \"accounts\"\n-- deed: manual \"stop the import\"\n" + TABLE);

    var plan = console().run("plan", "--env", "production");
    assertThat(plan.out()).contains("    why: accounts\n    by hand first: stop the import\n");
    assertThat(console().run("sql", "--from", "base").out())
        .contains("-- why: accounts\n-- by hand first: stop the import\n");

    var scheduled = console().run("apply", "--env", "production", "--yes");
    assertThat(scheduled.exit()).isEqualTo(1);
    assertThat(scheduled.err())
        .contains("production is protected, and these have steps to be done by hand first")
        .contains("  main/1_users (web): stop the import")
        .contains("deed apply --env production --manual-done main/1");
    var unsure = console().typing("yes").run("apply", "--env", "production", "--yes");
    assertThat(unsure.exit()).isEqualTo(1);
    assertThat(unsure.err()).contains("  - stop the import\nType 1 if this is done: ");
    assertThat(main.query("SELECT to_regclass('users')")).containsExactly("");

    var done = console().run("apply", "--env", "production", "--yes", "--manual-done", "main/1");
    assertThat(done.exit()).as(done.err()).isZero();
    assertThat(done.err()).contains("why: accounts", "by hand first: stop the import");
  }

  @Test
  void asks_a_person_for_the_steps_and_then_for_the_database() throws IOException {
    write("1_users.sql", "-- deed: manual \"stop the import\"\n" + TABLE);

    var answer = console().typing("1", "main").run("apply", "--env", "production");

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.err())
        .contains("Type 1 if this is done: ", "production is protected. Type main to continue: ");
  }

  @Test
  void asks_for_nothing_where_nothing_is_protected() throws IOException {
    write("1_users.sql", "-- deed: manual \"stop the import\"\n" + TABLE);

    var answer = console().run("apply", "--env", "staging");

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.err()).contains("main/1_users (web): by hand first: stop the import");
  }

  @Test
  void shows_which_migration_fixes_which() throws IOException {
    write("1_users.sql", TABLE);
    assertThat(console().run("apply", "--env", "staging").exit()).isZero();
    var made = console().run("new", "add a name", "--fixes", "1", "--draft");
    assertThat(made.exit()).as(made.err()).isZero();
    var file = folder.resolve("migrations/main/web/2_add_a_name.sql");
    assertThat(Files.readString(file)).contains("-- deed: fixes 1\n-- deed: draft\n");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("-- deed: draft\n", "")
            .replace(
                "-- UP Migration\n", "-- UP Migration\nALTER TABLE users ADD COLUMN name text;\n"));

    assertThat(console().run("status", "--env", "staging").out())
        .containsPattern("applied      1  users \\(web\\)  .*, fixed by 2");
    assertThat(console().run("plan", "--env", "staging").out()).contains("    fixes 1\n");
    assertThat(console().run("apply", "--env", "staging").exit()).isZero();
    assertThat(console().run("history", "--env", "staging").out())
        .containsPattern("applied      1  users \\(web\\)  .*, fixed by 2");
    assertThat(console().run("history", "--env", "staging", "--format", "json").out())
        .contains("\"fixed_by\" : [ \"2\" ]");
  }

  @Test
  void refuses_what_there_is_not_to_fix() throws IOException {
    write("1_users.sql", "-- deed: fixes 9\n" + TABLE);
    assertThat(console().run("check").out())
        .contains("this fixes 9, but main has no such migration", "[unknown-requirement]");
    write("1_users.sql", "-- deed: manual\n" + TABLE);
    assertThat(console().run("check").out()).contains("[unreadable-directive]");
    write("1_users.sql", TABLE);
    var unknown = console().run("new", "x", "--fixes", "7");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("no migration of database main named 7", "known names: 1");
  }

  private void ownership(String rules) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {postgres: 14}}
        services: {web: {owns: {main: ["*"]}}}
        environments:
          local: {disposable: true, urls: {main: "${MAIN_URL}"}}
          staging: {urls: {main: "${MAIN_URL}"}}
          production: {protected: true, urls: {main: "${MAIN_URL}"}}
        """
            + (rules.isEmpty() ? "rules: {missing-down: off}\n" : rules));
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve("migrations/main/web").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Console console() {
    return Console.in(folder)
        .with(Map.of("MAIN_URL", main.url(), "XDG_CACHE_HOME", folder.resolve("cache").toString()));
  }
}
