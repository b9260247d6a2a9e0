package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `check` refuses is refused at the door, too, by everything that sends SQL or writes it.
@ExtendWith(PostgresExtension.class)
class LiveGateTest {

  private static final String FINDING =
      "migrations/main/billing/3_plan.sql:1:13: error: service billing changes table public.users,"
          + " which service web owns (users, schema-ownership.yaml:4)";

  @TempDir private Path folder;
  private String policies = "";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apply --yes",
        "apply --dry-run",
        "plan",
        "sql -d main",
        "stamp --to head --force --yes"
      })
  void refuses_what_check_refuses(String command, TestDatabase main, TestDatabase other)
      throws IOException {
    var console = console(main, other);
    write("main/billing/3_plan.sql", "ALTER TABLE users ADD COLUMN plan text;");
    assertThat(console.run("check", "migrations/main/billing/3_plan.sql").out()).contains(FINDING);

    var answer = console.run((command + " --env production").split(" "));

    assertThat(answer.screen())
        .contains(FINDING, "[not-owner]", "1 error; nothing was sent")
        .contains("help: correct the statements, or ask their owners");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(main.query("SELECT to_regnamespace('deed') IS NULL")).containsExactly("t");
    assertThat(other.query("SELECT to_regnamespace('deed') IS NULL")).containsExactly("t");
  }

  @Test
  void keeps_what_is_generated_and_not_read_out_of_protected_environments(
      TestDatabase main, TestDatabase other) throws IOException {
    var console = console(main, other);
    var ownership = folder.resolve("schema-ownership.yaml");
    Files.writeString(
        ownership,
        Files.readString(ownership)
            + "  staging: {urls: {main: \"%s\", other: \"%s\"}}\n"
                .formatted(main.url(), other.url()));
    write(
        "main/web/5_more.sql",
        "-- deed: generated\n-- UP Migration\nCREATE TABLE more (id bigint PRIMARY KEY);\n"
            + "-- DOWN Migration\n-- DROP TABLE more;\n");
    assertThat(console.run("check", "migrations/main/web/5_more.sql").screen())
        .contains("warning: this migration was generated and is marked as not yet read");
    assertThat(console.run("plan", "--env", "staging").screen())
        .doesNotContain("error: this migration was generated");

    for (var command : new String[] {"plan", "apply --yes", "sql -d main"}) {
      var answer = console.run((command + " --env production").split(" "));
      assertThat(answer.screen())
          .contains("error: this migration was generated and is marked as not yet read");
      assertThat(answer.exit()).as(answer.screen()).isEqualTo(1);
    }
  }

  @Test
  void calls_no_ignore_unused_that_check_finds_used(TestDatabase main, TestDatabase other)
      throws IOException {
    var console = console(main, other);
    write(
        "main/web/5_index.sql",
        """
        -- deed: ignore index-not-concurrent reason="the table is small"
        CREATE INDEX ON users (id);
        -- deed: ignore drop-column reason="there is none"
        ALTER TABLE users ADD COLUMN more text;
        ALTER TABLE users DROP COLUMN more;
        """);
    write("main/billing/6_plan.sql", "ALTER TABLE users ADD COLUMN plan text;");

    for (var command : new String[] {"check", "apply --env production --yes"}) {
      var answer = console.run(command.split(" "));

      assertThat(answer.out()).contains("[not-owner]").doesNotContain("rule index-not-concurrent");
      assertThat(answer.exit()).isEqualTo(1);
    }
  }

  @Test
  void calls_no_recorded_finding_stale_that_check_finds(TestDatabase main, TestDatabase other)
      throws IOException {
    var console = console(main, other);
    write("main/web/5_index.sql", "CREATE INDEX ON users (id);");
    assertThat(console.run("check").out()).contains("[index-not-concurrent]");
    console.run("check", "--record");
    assertThat(console.run("check").exit()).isZero();

    var answer = console.run("apply", "--env", "production", "--yes");

    assertThat(answer.exit()).as(answer.screen()).isZero();
  }

  @Test
  void sends_nothing_that_the_server_is_bound_to_refuse(TestDatabase main, TestDatabase other)
      throws IOException {
    var console = console(main, other);
    assertThat(console.run("apply", "--env", "production", "--yes").exit()).isZero();
    write("main/billing/3_again.sql", "CREATE TABLE invoices (id bigint PRIMARY KEY);");

    for (var command : new String[] {"plan", "sql -d main", "apply --yes"}) {
      var answer = console.run((command + " --env production").split(" "));

      assertThat(answer.screen())
          .contains("this fails: table public.invoices exists already, created at")
          .contains("migrations/main/billing/2_invoices.sql:1", "[will-fail]");
      assertThat(answer.exit()).isEqualTo(1);
    }
  }

  @Test
  void says_how_to_rename_one_of_two_files_with_one_version(TestDatabase main, TestDatabase other)
      throws IOException {
    var console = console(main, other);
    write("main/web/3_first.sql", "CREATE TABLE first (id bigint PRIMARY KEY);");
    write("main/web/3_second.sql", "CREATE TABLE second (id bigint PRIMARY KEY);");

    for (var command : new String[] {"plan", "apply --yes"}) {
      var answer = console.run((command + " --env production").split(" "));

      assertThat(answer.screen())
          .contains(
              "version 3 is already taken by migrations/main/web/3_first.sql",
              "git mv migrations/main/web/3_second.sql migrations/main/web/NEW_VERSION_second.sql");
      assertThat(answer.exit()).isEqualTo(1);
    }
    assertThat(main.query("SELECT to_regnamespace('deed') IS NULL")).containsExactly("t");
  }

  @Test
  void looks_at_older_migrations_after_newer_ones_that_are_applied(
      TestDatabase main, TestDatabase other) throws IOException {
    var console = console(main, other);
    write("main/web/8_kind.sql", "CREATE TYPE kind AS ENUM ('a');");
    assertThat(console.run("apply", "--env", "production", "--yes").exit()).isZero();
    write("main/billing/5_kind.sql", "CREATE TYPE kind AS ENUM ('b');");

    var answer = console.run("plan", "--env", "production");

    assertThat(answer.screen())
        .contains("5_kind.sql:1:1: error: this fails: type public.kind exists already")
        .contains("created at migrations/main/web/8_kind.sql:1");
  }

  @Test
  void asks_nobody_to_confirm_what_is_refused(TestDatabase main, TestDatabase other)
      throws IOException {
    var console = console(main, other);
    write("main/billing/3_plan.sql", "ALTER TABLE users ADD COLUMN plan text;");

    var answer = console.typing("main other").run("apply", "--env", "production");

    assertThat(answer.err()).doesNotContain("Type main").contains("nothing was sent");
    assertThat(answer.exit()).isEqualTo(1);
  }

  @Test
  void tells_the_findings_as_check_does_in_json(TestDatabase main, TestDatabase other)
      throws IOException {
    var console = console(main, other);
    write("main/billing/3_plan.sql", "ALTER TABLE users ADD COLUMN plan text;");

    var answer = console.run("apply", "--env", "production", "--yes", "--format", "json");

    assertThat(answer.out())
        .contains("\"report\" : \"refused\"", "\"verdict\" : \"no\"")
        .contains("\"rule\" : \"not-owner\"", "\"line\" : 1", "\"service\" : \"web\"");
  }

  @Test
  void writes_no_findings_where_a_script_is_expected(TestDatabase main, TestDatabase other)
      throws IOException {
    var console = console(main, other);
    write("main/billing/3_plan.sql", "ALTER TABLE users ADD COLUMN plan text;");

    var answer = console.run("sql", "--from", "base", "--database", "main");

    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains(FINDING);
    assertThat(answer.exit()).isEqualTo(1);
  }

  @Test
  void stops_nothing_that_is_applied_already(TestDatabase main, TestDatabase other)
      throws IOException {
    var console = console(main, other);
    assertThat(console.run("apply", "--env", "production", "--yes").exit()).isZero();
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        Files.readString(folder.resolve("schema-ownership.yaml")).replace("[users]", "[people]"));

    assertThat(console.run("check").exit()).isEqualTo(1);
    assertThat(console.run("apply", "--env", "production", "--yes").exit()).isZero();
  }

  @Test
  void takes_errors_for_warnings_in_a_disposable_environment_by_policy(
      TestDatabase main, TestDatabase other) throws IOException {
    var strict = console(main, other);
    write("main/billing/3_plan.sql", "ALTER TABLE users ADD COLUMN plan text;");
    assertThat(strict.run("apply", "--env", "local").exit()).isEqualTo(1);
    policies = "gate_in_disposable: warning";
    var lenient = console(main, other);

    var apply = lenient.run("apply", "--env", "local");

    assertThat(apply.exit()).isZero();
    assertThat(apply.err()).contains("note: " + FINDING);
    main.execute("DROP SCHEMA deed CASCADE");
    assertThat(lenient.run("plan", "--env", "local").out()).contains(FINDING);
    assertThat(lenient.run("apply", "--env", "production", "--yes").exit()).isEqualTo(1);
  }

  @Test
  void refuses_what_uses_a_table_of_a_service_that_is_left_out(
      TestDatabase main, TestDatabase other) throws IOException {
    var console = console(main, other);

    for (var command : new String[] {"plan", "sql", "apply --yes"}) {
      var line = command + " --env production --database main --service billing";
      var answer = console.run(line.split(" "));
      assertThat(answer.screen())
          .contains("migrations/main/billing/2_invoices.sql:1:")
          .contains("this uses table public.users, which main/1_users (web) creates")
          .contains("[left-out-migration]");
      assertThat(answer.exit()).isEqualTo(1);
    }
    var web = "apply --yes --env production --database main --service web";
    assertThat(console.run(web.split(" ")).exit()).isZero();
    assertThat(
            console
                .run("apply --yes --env production --database main --service billing".split(" "))
                .exit())
        .isZero();
  }

  @Test
  void remembers_what_was_found_well_and_no_more(TestDatabase main, TestDatabase other)
      throws IOException {
    var cache = folder.resolve("cache");
    var console = console(main, other).with(Map.of("XDG_CACHE_HOME", cache.toString()));
    assertThat(console.run("plan", "--env", "production").exit()).isZero();
    assertThat(answers(cache)).isEqualTo(1);

    assertThat(console.run("plan", "--env", "production").exit()).isZero();
    assertThat(answers(cache)).isEqualTo(1);

    write("main/billing/3_plan.sql", "ALTER TABLE users ADD COLUMN plan text;");
    assertThat(console.run("plan", "--env", "production").exit()).isEqualTo(1);
    assertThat(answers(cache)).isEqualTo(1);
    Files.delete(folder.resolve("migrations/main/billing/3_plan.sql"));
    var yaml = folder.resolve("schema-ownership.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("access: references", "access: reads"));
    assertThat(console.run("plan", "--env", "production").exit()).isEqualTo(1);
  }

  @Test
  void rolls_back_nothing_of_another_service(TestDatabase main, TestDatabase other)
      throws IOException {
    var console = console(main, other);
    assertThat(console.run("apply", "--env", "production", "--yes").exit()).isZero();
    main.execute(
        "UPDATE deed.migration SET down = 'DROP TABLE invoices; DELETE FROM users;',"
            + " alone = NULL, kept_checksum = NULL WHERE version = '2'");

    var rollback = "rollback -1 --env production --database main --yes".split(" ");
    var refused = console.run(rollback);

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.screen())
        .contains("service billing writes to table public.users", "[writes-foreign-data]")
        .contains("1 migration to roll back: 1 error; nothing was sent");
    assertThat(main.query("SELECT state FROM deed.migration WHERE version = '2'"))
        .containsExactly("applied");
    main.execute("UPDATE deed.migration SET down = 'DROP TABLE invoices' WHERE version = '2'");
    assertThat(console.run(rollback).exit()).isZero();
  }

  @Test
  void runs_nothing_by_hand_that_check_refuses(TestDatabase main, TestDatabase other)
      throws IOException {
    var console = console(main, other);
    assertThat(console.run("apply", "--env", "production", "--yes").exit()).isZero();
    for (var sql :
        new String[] {
          "DELETE FROM users",
          "\n-- deed: ignore writes-foreign-data reason=\"now\"\nDELETE FROM users WHERE id = 1"
        }) {
      var answer =
          console.run(
              "exec", sql, "--service", "billing", "--env", "production", "-d", "main", "--yes");
      assertThat(answer.exit()).isEqualTo(1);
      assertThat(answer.out()).contains("[writes-foreign-data]");
    }
  }

  private static long answers(Path cache) throws IOException {
    try (var files = Files.walk(cache)) {
      var file = files.filter(f -> f.toString().endsWith(".answers")).findFirst().orElseThrow();
      return Files.readAllLines(file).size() - 1;
    }
  }

  private Console console(TestDatabase main, TestDatabase other) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {}, other: {}}
        services:
          web: {owns: {main: [users], other: ["*"]}, team: Web platform, contact: "#web"}
          billing:
            owns: {main: [invoices]}
            uses: {main: [{table: users, access: references}]}
        policies: {%3$s}
        environments:
          local: {disposable: true, urls: {main: "%1$s", other: "%2$s"}}
          production: {protected: true, urls: {main: "%1$s", other: "%2$s"}}
        """
            .formatted(main.url(), other.url(), policies));
    write("main/web/1_users.sql", "CREATE TABLE users (id bigint PRIMARY KEY);");
    write(
        "main/billing/2_invoices.sql",
        "CREATE TABLE invoices (id bigint PRIMARY KEY, user_id bigint REFERENCES users);\n"
            + "CREATE INDEX ON invoices (user_id);");
    write("other/web/1_notes.sql", "CREATE TABLE notes (id bigint PRIMARY KEY);");
    return Console.in(folder);
  }

  private void write(String name, String up) throws IOException {
    var file = folder.resolve("migrations").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, up + "\n-- DOWN Migration\n-- SELECT 1;\n");
  }
}
