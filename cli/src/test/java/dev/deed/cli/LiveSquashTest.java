package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/// `squash`: old databases take the new file as applied, new ones get the same schema and rows.
@ExtendWith(PostgresExtension.class)
class LiveSquashTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases:
        main: {postgres: 15}
      services:
        web: {owns: {main: [users]}}
        api: {owns: {main: [api_keys]}, uses: {main: [{table: users, access: reads}]}}
      environments:
        dev: {urls: {main: "${DEV_URL}"}}
        production: {protected: true, urls: {main: "${PRODUCTION_URL}"}}
      """;

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));
  private TestDatabase dev = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void writeMigrations(TestDatabase database, TestDatabase production)
      throws IOException, InterruptedException {
    dev = database;
    write("schema-ownership.yaml", OWNERSHIP);
    web(
        "20260101000000_users",
        "CREATE TABLE users (id bigint PRIMARY KEY, name text, at timestamptz DEFAULT clock_timestamp())",
        "DROP TABLE users");
    web(
        "20260102000000_rows",
        "INSERT INTO users (id, name) VALUES (1, 'ann'), (2, 'bob')",
        "DELETE FROM users WHERE id IN (1, 2)");
    web(
        "20260103000000_email",
        "BEGIN;\nALTER TABLE users ADD COLUMN email text DEFAULT 'none';\nCREATE TYPE mood AS ENUM ('low', 'high');\nCOMMIT",
        "ALTER TABLE users DROP COLUMN email;\n-- DROP TYPE mood");
    web(
        "20260104000000_index",
        "SET lock_timeout = '4s';\n-- deed: ignore concurrently-under-timeout reason=\"small\"\nCREATE INDEX CONCURRENTLY users_name_idx ON users (name)",
        "DROP INDEX CONCURRENTLY users_name_idx");
    console =
        Console.in(folder).with(Map.of("DEV_URL", dev.url(), "PRODUCTION_URL", production.url()));
    git("init", "-q", "-b", "main");
    commit();
  }

  @Test
  void is_taken_as_applied_where_the_old_files_are() throws IOException, InterruptedException {
    run(0, "apply", "--env", "dev");
    var before = console.run("history", "--env", "dev").out();
    var squash = run(0, "squash", "users", "--scratch", dev.url());
    assertThat(squash.out())
        .contains(
            "written: migrations/main/web/20260104000000_users.sql",
            "moved to .squashed/: migrations/main/web/20260101000000_users.sql",
            "make the same schema and the same rows",
            "not compared, since their values differ from run to run: public.users.at");
    assertThat(
            Files.exists(folder.resolve("migrations/main/web/.squashed/20260102000000_rows.sql")))
        .isTrue();
    assertThat(run(0, "status", "--env", "dev").out()).contains("1 applied, 0 pending");
    assertThat(run(0, "apply", "--env", "dev").out()).contains("nothing to do");
    assertThat(console.run("history", "--env", "dev").out()).isEqualTo(before);
    run(0, "verify", "--env", "dev");
    run(0, "rollback", "--env", "dev", "--to", "20260102000000", "--yes");
    assertThat(run(1, "apply", "--env", "dev").screen())
        .contains("replaces 4 migrations, and only 2 of them are applied here");
    run(0, "rollback", "--env", "dev", "--to", "base", "--yes");
    run(0, "apply", "--env", "dev");
    assertThat(dev.query("SELECT name FROM users ORDER BY id")).containsExactly("ann", "bob");
    run(0, "rollback", "--env", "dev", "--to", "base", "--yes");
    assertThat(dev.query("SELECT relname FROM pg_class WHERE relname = 'users'")).isEmpty();
  }

  @Test
  void passes_the_check_of_the_change() throws IOException, InterruptedException {
    run(0, "squash", "users", "--scratch", dev.url());
    assertThat(console.run("check", "--base", "main").screen())
        .doesNotContain("deleted-migration", "out-of-order", "squash-differs", "renamed-migration");
    var file = folder.resolve("migrations/main/web/20260104000000_users.sql");
    Files.writeString(file, Files.readString(file).replace("DEFAULT 'none'", "DEFAULT 'some'"));
    assertThat(console.run("check", "--base", "main").screen()).contains("[squash-differs]");
  }

  @Test
  void refuses_what_a_protected_environment_has() {
    run(0, "apply", "--env", "production", "--yes");
    assertThat(run(1, "squash", "users", "--scratch", dev.url()).err())
        .contains("production is protected and has the migrations of web applied", "--baseline");
    run(0, "squash", "users", "--scratch", dev.url(), "--baseline");
    assertThat(run(0, "apply", "--env", "production", "--yes").out()).contains("nothing to do");
  }

  @Test
  void refuses_where_only_some_are_applied() {
    run(0, "apply", "--env", "dev", "--to", "+2");
    assertThat(run(1, "squash", "users", "--scratch", dev.url()).err())
        .contains("dev has only 2 of the 4 migrations of web: 20260101000000, 20260102000000");
  }

  @Test
  void keeps_all_old_files_and_takes_no_line_of_sql_from_a_description() throws IOException {
    assertThat(run(2, "squash", "!!!", "--scratch", dev.url()).err())
        .contains("the description needs a letter or digit");
    run(0, "squash", "x\nDROP TABLE users;", "--to", "20260103000000", "--scratch", dev.url());
    var first = folder.resolve("migrations/main/web/20260103000000_x_drop_table_users.sql");
    assertThat(Files.readString(first))
        .startsWith("-- Migration: x DROP TABLE users;\n")
        .doesNotContain("\nDROP TABLE users;");
    var aside = folder.resolve("migrations/main/web/.squashed");
    Files.writeString(aside.resolve(first.getFileName()), "an older one");
    run(0, "squash", "all", "--scratch", dev.url());
    assertThat(Files.readString(aside.resolve(first.getFileName()))).isEqualTo("an older one");
    assertThat(aside.resolve(first.getFileName() + ".2")).exists();
  }

  @Test
  void refuses_what_would_not_be_the_same() throws IOException {
    write(
        "migrations/main/api/20260102500000_keys.sql",
        "CREATE TABLE api_keys AS SELECT id, name FROM users;\n");
    assertThat(run(1, "squash", "users", "--service", "web", "--scratch", dev.url()).screen())
        .contains("with the new file, a migration fails on an empty database", "users");
    assertThat(Files.exists(folder.resolve("migrations/main/web/20260101000000_users.sql")))
        .isTrue();
  }

  private Console.Answer run(int exit, String... arguments) {
    var answer = console.run(arguments);
    assertThat(answer.exit()).as(answer.screen()).isEqualTo(exit);
    return answer;
  }

  private void web(String name, String up, String down) throws IOException {
    write(
        "migrations/main/web/" + name + ".sql",
        "-- Migration: x\n-- Version: %s\n\n-- UP Migration\n%s;\n\n-- DOWN Migration (Rollback)\n-- %s;\n"
            .formatted(name.substring(0, 14), up, down));
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void commit() throws IOException, InterruptedException {
    git("add", "-A");
    git("-c", "user.name=deed", "-c", "user.email=deed@example.com", "commit", "-q", "-m", "base");
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
