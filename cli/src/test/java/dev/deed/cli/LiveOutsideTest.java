package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Objects that no migration has made: `check` believes the ownership file, everything with a
/// database at hand the database.
@ExtendWith(PostgresExtension.class)
class LiveOutsideTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CREATE FUNCTION tidy() RETURNS int LANGUAGE sql AS 'SELECT 1'|tidy|SELECT tidy();",
        "CREATE SCHEMA IF NOT EXISTS own; CREATE FUNCTION own.tidy() RETURNS int LANGUAGE sql AS 'SELECT 1'|own.*|SELECT own.tidy();",
        "CREATE TYPE mood AS ENUM ('sad')|mood|ALTER TABLE pages ADD COLUMN m mood;",
        "CREATE DOMAIN mood AS text|'m*d'|CREATE TABLE moods (m mood);",
        "CREATE TABLE logs (id int)|logs|INSERT INTO logs VALUES (1);",
        "CREATE VIEW logs AS SELECT 1 AS id|logs|GRANT SELECT ON logs TO PUBLIC;",
        "CREATE SCHEMA job|job|CREATE TABLE job.runs (id int);",
        "CREATE SCHEMA job|job.*|CREATE TABLE job.runs (id int);",
        "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'|touch|CREATE TRIGGER t BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION touch();",
      })
  void believes_the_ownership_file_and_the_database(
      String byHand, String outside, String sql, TestDatabase main, TestDatabase empty)
      throws IOException {
    var console = console(main, empty, "[]");
    write(
        "1_pages.sql",
        "CREATE TABLE pages (id bigint PRIMARY KEY); CREATE SCHEMA IF NOT EXISTS own;");
    write("2_more.sql", sql);

    assertThat(console.run("check").out()).contains("[will-fail]", "outside of the database");
    main.execute(byHand);
    assertThat(console.run("plan", "--env", "local").screen()).doesNotContain("will-fail");
    var refused = console.run("apply", "--env", "bare");
    assertThat(refused.screen()).contains("[will-fail]", "nothing was sent");
    var applied = console.run("apply", "--env", "local");
    assertThat(applied.exit()).as(applied.screen()).isZero();

    console(main, empty, "[" + outside + "]");
    assertThat(console.run("check").out()).doesNotContain("will-fail");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ALTER TABLE pages ADD COLUMN title text|UPDATE pages SET title = 'x' WHERE id = 1;|has no column title",
        "ALTER TABLE pages ADD CONSTRAINT positive CHECK (id > 0)|ALTER TABLE pages DROP CONSTRAINT positive;|has no constraint positive",
        "CREATE POLICY p ON pages|DROP POLICY p ON pages;|has no policy p",
      })
  void believes_the_database_about_parts_of_its_tables(
      String byHand, String sql, String problem, TestDatabase main, TestDatabase empty)
      throws IOException {
    var console = console(main, empty, "['*']");
    write("1_pages.sql", "CREATE TABLE pages (id bigint PRIMARY KEY);");
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    write("2_more.sql", sql);
    assertThat(console.run("check").out()).contains(problem);
    assertThat(console.run("apply", "--env", "local").screen()).contains(problem);

    main.execute(byHand);

    var applied = console.run("apply", "--env", "local");
    assertThat(applied.exit()).as(applied.screen()).isZero();
  }

  @Test
  void does_not_believe_the_database_about_what_is_dropped_before(
      TestDatabase main, TestDatabase empty) throws IOException {
    var console = console(main, empty, "['*']");
    write(
        "1_pages.sql",
        "CREATE TABLE pages (id bigint PRIMARY KEY, title text); CREATE TABLE logs (id int);");
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    write("2_less.sql", "ALTER TABLE pages DROP COLUMN title; DROP TABLE logs;");
    write(
        "3_more.sql", "UPDATE pages SET title = 'x' WHERE id = 1; DELETE FROM logs WHERE id = 1;");

    var answer = console.run("apply", "--env", "local");

    assertThat(answer.out()).contains("has no column title", "public.logs does not exist");
    assertThat(answer.exit()).isEqualTo(1);
  }

  @Test
  void still_knows_everything_else(TestDatabase main, TestDatabase empty) throws IOException {
    var console = console(main, empty, "[logs]");
    write(
        "1_pages.sql",
        "CREATE TABLE pages (id bigint PRIMARY KEY); DELETE FROM logs WHERE id = 1;");
    write("2_more.sql", "DELETE FROM loggs WHERE id = 1; ALTER TABLE pages ADD COLUMN m mood;");

    assertThat(console.run("check").out())
        .contains("public.loggs does not exist", "type mood does not exist")
        .doesNotContain("public.logs does not exist");
  }

  @Test
  void verify_calls_nothing_from_outside_an_error(TestDatabase main, TestDatabase empty)
      throws IOException {
    var console = console(main, empty, "[]");
    write("1_pages.sql", "CREATE TABLE pages (id bigint PRIMARY KEY);");
    assertThat(console.run("apply", "--env", "local").exit()).isZero();
    main.execute(
        """
        CREATE TABLE logs (id int PRIMARY KEY);
        CREATE FUNCTION tidy() RETURNS int LANGUAGE sql AS 'SELECT 1';
        ALTER TABLE pages ADD COLUMN logs int;
        """);
    assertThat(console.run("verify", "--env", "local").out())
        .contains("table public.logs was not made", "function public.tidy() was not made");

    console(main, empty, "[logs, tidy]");

    assertThat(console.run("verify", "--env", "local").out())
        .doesNotContain("table public.logs was not made", "tidy() was not made")
        .contains("table public.logs", "function public.tidy()")
        .contains("column public.pages.logs was not made");
  }

  private Console console(TestDatabase main, TestDatabase empty, String outside)
      throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {outside: %s}}
        services:
          web: {owns: {main: ["*", "job.*", "own.*"]}}
        environments:
          local: {urls: {main: "%s"}}
          bare: {urls: {main: "%s"}}
        """
            .formatted(outside, main.url(), empty.url()));
    return Console.in(folder);
  }

  private void write(String name, String up) throws IOException {
    var file = folder.resolve("migrations/main/web").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, up + "\n-- DOWN Migration\n-- SELECT 1;\n");
  }
}
