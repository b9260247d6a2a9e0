package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `deed init --env`: databases from nothing, of which some get a part of the migrations only.
@ExtendWith(PostgresExtension.class)
class LiveBuildTest {

  private static final String TABLES =
      "SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class"
          + " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace";

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));
  private TestDatabase main = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void write(TestDatabase database) throws IOException {
    main = database;
    console = Console.in(folder).with(Map.of("MAIN", main.url()));
    ownership(
        """
          chat: {services: [chat]}
          money: {tables: {main: ["invoic*"]}}
        """);
    migration(
        "web/20260101000001_users.sql",
        "CREATE TABLE users (id bigint PRIMARY KEY);",
        "DROP TABLE users;");
    migration(
        "billing/20260101000002_invoices.sql",
        "CREATE TABLE invoices (id bigint PRIMARY KEY);",
        "DROP TABLE invoices;");
    migration(
        "chat/20260101000003_messages.sql",
        "CREATE TABLE messages (\n  id bigint PRIMARY KEY,\n  author bigint NOT NULL REFERENCES users\n);",
        "DROP TABLE messages;");
    migration(
        "web/20260101000004_names.sql",
        "ALTER TABLE users ADD COLUMN name text;",
        "ALTER TABLE users DROP COLUMN name;");
  }

  private void ownership(String scopes) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: }
        services:
          web: {owns: {main: [users]}}
          billing: {owns: {main: ["invoic*"]}}
          chat:
            owns: {main: [messages, reactions]}
            uses: {main: [{table: users, access: references}]}
        scopes:
        %s
        environments:
          local: {urls: {main: "${MAIN}"}}
          production: {protected: true, urls: {main: "${MAIN}"}}
        rules: {foreign-lock: off}
        """
            .formatted(scopes));
  }

  private void migration(String name, String up, String down) throws IOException {
    var file = folder.resolve("migrations/main").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "%s\n\n-- DOWN Migration (Rollback)\n%s\n".formatted(up, down));
  }

  @Test
  void builds_a_scope_with_all_that_it_needs_and_keeps_to_it() throws IOException {
    var dry = console.run("init", "--scope", "chat", "--env", "local", "--dry-run");
    assertThat(dry.screen())
        .contains("main has the scope chat: 1 migration of other services is left out")
        .contains(
            "scope chat also has service web: migrations/main/chat/20260101000003_messages.sql:3 uses table public.users, which web defines")
        .contains("20260101000003_messages", "20260101000004_names")
        .doesNotContain("20260101000002_invoices");
    assertThat(main.query("SELECT to_regnamespace('deed') IS NULL")).containsExactly("t");

    var built = console.run("init", "--scope", "chat", "--env", "local");
    assertThat(built.exit()).as(built.screen()).isZero();
    assertThat(main.query(TABLES)).containsExactly("messages users");

    assertThat(console.run("init", "--scope", "chat", "--env", "local").exit()).isZero();
    var status = console.run("status", "--env", "local");
    assertThat(status.out())
        .contains("main has the scope chat: 1 migration of other services is left out")
        .contains("3 applied, 0 pending")
        .doesNotContain("invoices", "also has");
    assertThat(status.exit()).isZero();
    assertThat(console.run("verify", "--env", "local").exit()).isZero();
    var drift = console.run("drift", "--from", "migrations", "--to", "local", "--catalog");
    assertThat(drift.screen()).contains("outside of the scope", "left out");
    assertThat(drift.exit()).as(drift.screen()).isZero();

    migration(
        "chat/20260101000005_reactions.sql",
        "CREATE TABLE reactions (id bigint);",
        "DROP TABLE reactions;");
    migration(
        "billing/20260101000006_more.sql",
        "CREATE TABLE invoice_lines (id bigint);",
        "DROP TABLE invoice_lines;");
    assertThat(console.run("plan", "--env", "local").out())
        .contains("20260101000005_reactions")
        .doesNotContain("20260101000006_more");
    assertThat(console.run("rehearse", "--env", "local", "--scratch", main.url()).out())
        .contains("20260101000005_reactions")
        .doesNotContain("20260101000006_more", "20260101000002_invoices");
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    assertThat(main.query(TABLES)).containsExactly("messages reactions users");

    // What is missing of the scope itself is drift.
    main.execute("DROP TABLE reactions");
    assertThat(console.run("drift", "--from", "migrations", "--to", "local", "--catalog").out())
        .contains("public.reactions")
        .doesNotContain("public.invoices");
  }

  @Test
  void gives_a_database_more_and_never_less() {
    assertThat(console.run("init", "--scope", "money", "--env", "local").exit()).isZero();
    assertThat(main.query(TABLES)).containsExactly("invoices");

    var less = console.run("init", "--scope", "chat", "--env", "local");
    assertThat(less.err())
        .contains(
            "main (local) has the scope money, and the scope chat lacks service billing of it");
    assertThat(less.exit()).isEqualTo(1);

    var all = console.run("init", "--env", "local");
    assertThat(all.exit()).as(all.screen()).isZero();
    assertThat(main.query(TABLES)).containsExactly("invoices messages users");
    assertThat(console.run("status", "--env", "local").out()).doesNotContain("scope");

    var again = console.run("init", "--scope", "chat", "--env", "local");
    assertThat(again.err())
        .contains(
            "main (local) has the migrations of all services, so it cannot get the scope chat");
    assertThat(again.exit()).isEqualTo(1);
  }

  @Test
  void refuses_a_database_that_has_other_things_in_it() {
    main.execute("CREATE TYPE mood AS ENUM ('good')");
    for (var scope : List.of("chat", "all")) {
      var refused = console.run("init", "--scope", scope, "--env", "local");
      assertThat(refused.err())
          .contains(
              "main (local) is not empty, and deed has applied nothing there: it has type public.mood");
      assertThat(refused.exit()).isEqualTo(1);
    }
    assertThat(main.query("SELECT to_regnamespace('deed') IS NULL")).containsExactly("t");
  }

  @Test
  void goes_on_after_a_migration_that_failed() throws IOException {
    migration("chat/20260101000005_bad.sql", "SELECT 1 / 0;", "SELECT 1;");
    assertThat(console.run("init", "--scope", "chat", "--env", "local").exit()).isNotZero();

    migration("chat/20260101000005_bad.sql", "SELECT 1;", "SELECT 1;");
    var built = console.run("init", "--scope", "chat", "--env", "local");
    assertThat(built.exit()).as(built.screen()).isZero();
    assertThat(main.query(TABLES)).containsExactly("messages users");
  }

  @Test
  void asks_before_a_protected_environment_is_built() {
    var no = console.typing("no").run("init", "--scope", "chat", "--env", "production");
    assertThat(no.exit()).isNotZero();
    assertThat(main.query("SELECT to_regnamespace('deed') IS NULL")).containsExactly("t");
    var yes = console.run("init", "--scope", "chat", "--env", "production", "--yes");
    assertThat(yes.exit()).as(yes.screen()).isZero();
  }

  @Test
  void writes_nothing_where_the_gate_says_no() throws IOException {
    migration("chat/20260101000005_bad.sql", "DROP TABLE users;", "SELECT 1;");
    var refused = console.run("init", "--scope", "chat", "--env", "local");
    assertThat(refused.out()).contains("not-owner");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(main.query("SELECT to_regnamespace('deed') IS NULL")).containsExactly("t");
  }

  @Test
  void does_not_fill_a_database_whose_scope_is_gone() throws IOException {
    assertThat(console.run("init", "--scope", "chat", "--env", "local").exit()).isZero();
    ownership("  other: {services: [web]}\n");
    var applied = console.run("apply", "--env", "local");
    assertThat(applied.screen())
        .contains("main was built with the scope chat, and the ownership file has no such scope");
    assertThat(applied.exit()).isNotZero();
    assertThat(main.query(TABLES)).containsExactly("messages users");
  }

  @Test
  void says_what_is_wrong_with_the_command() throws IOException {
    assertThat(console.run("init", "--scope", "chta", "--env", "local").err())
        .contains("there is no scope named chta", "did you mean chat?", "known names: all, chat");
    assertThat(console.run("init", "--scope", "chat").err())
        .contains("name the environment to build too: --env ENVIRONMENT");
    assertThat(console.run("init", "--url", "postgresql://x", "--env", "local").err())
        .contains("--url is for a new ownership file");

    ownership("  odd: {tables: {main: [nothing]}}\n");
    assertThat(console.run("check").out())
        .contains("scope odd names nothing in main, and no migration creates such a table");
    assertThat(console.run("init", "--scope", "odd", "--env", "local").err())
        .contains("scope odd names nothing in main");
  }
}
