package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.cli.demo.ExampleProject;
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
import org.junit.jupiter.params.provider.CsvSource;

/// The example as scripts for a user who has `psql` but not deed.
@ExtendWith(PostgresExtension.class)
class SqlScriptTest {

  @TempDir private Path folder;

  @Test
  void brings_databases_up_to_date_by_psql_alone(TestDatabase auth, TestDatabase main)
      throws IOException, InterruptedException {
    assumeTrue(exitOf("psql", "--version") == 0, "no psql is installed");
    ExampleProject.copyTo(folder);
    Files.createDirectory(folder.resolve("out"));
    var console =
        Console.in(folder)
            .with(
                Map.of(
                    "STAGING_AUTH_DATABASE_URL", auth.url(),
                    "STAGING_DATABASE_URL", main.url()));
    assertThat(console.run("apply", "--env", "staging", "--to", "+3").exit()).isZero();

    var written = console.run("sql", "--env", "staging", "--output-dir", "out");

    assertThat(written.screen())
        .isEqualTo(
            """
            auth (staging): 7 migrations in out/auth.sql
            main (staging): 7 migrations in out/main.sql
            """);
    assertThat(written.exit()).isZero();
    assertThat(psql(auth, "out/auth.sql")).isZero();
    assertThat(psql(main, "out/main.sql")).isZero();
    assertThat(console.run("status", "--env", "staging").exit()).isZero();
    assertThat(console.run("apply", "--env", "staging").out())
        .isEqualTo("auth (staging): nothing to do\nmain (staging): nothing to do\n");
    assertThat(console.run("sql", "--env", "staging", "-d", "auth").out())
        .startsWith("-- auth: nothing to do\n")
        .doesNotContain("INSERT", "pg_try_advisory_lock");
  }

  /// A contract asks for the proof of the backfill, whichever program has run it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE users SET full_name = name WHERE full_name IS DISTINCT FROM name|proved|2 rows, 0 left to change, counted by psql",
        "UPDATE users u SET full_name = o.name FROM users o WHERE o.id = u.id AND u.full_name IS DISTINCT FROM o.name|proved|2 rows, 0 left to change, counted by psql",
        "UPDATE users SET full_name = name|done|every row was passed once; its WHERE cannot tell which rows are done",
        "UPDATE users SET full_name = name WHERE name <> ':deed_rows'|done|2 rows, 2 left to change, counted by psql",
      })
  void proves_a_backfill_by_psql(String sql, String state, String proof, TestDatabase main)
      throws IOException, InterruptedException {
    assumeTrue(exitOf("psql", "--version") == 0, "no psql is installed");
    var part =
        "-- deed: changeover names phase=%s operation=rename-column table=public.users old=name new=full_name\n";
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {}}
        services: {web: {owns: {main: ["*"]}}}
        environments: {staging: {urls: {main: "%s"}}}
        """
            .formatted(main.url()));
    var migrations = Files.createDirectories(folder.resolve("migrations/main/web"));
    Files.writeString(
        migrations.resolve("1_users.sql"),
        "CREATE TABLE users (id bigint PRIMARY KEY, name text); INSERT INTO users VALUES (1, 'a'), (2, 'b');");
    Files.writeString(
        migrations.resolve("2_expand.sql"),
        part.formatted("expand") + "ALTER TABLE users ADD COLUMN full_name text;");
    Files.writeString(
        migrations.resolve("3_backfill.sql"),
        part.formatted("backfill") + "-- deed: backfill key=id\n" + sql + ";");
    Files.writeString(
        migrations.resolve("4_contract.sql"),
        part.formatted("contract")
            + "-- deed: contract of=2 wait=0s\nALTER TABLE users DROP COLUMN name;"
            + "\n-- DOWN Migration\n-- ALTER TABLE users ADD COLUMN name text;\n");
    var console = Console.in(folder);
    var script = console.run("sql", "--env", "staging", "-d", "main");
    assertThat(script.exit()).as(script.screen()).isZero();
    assertThat(script.out())
        .contains("-- note: psql runs the backfill of main/3_backfill (web) as one statement");
    Files.writeString(folder.resolve("main.sql"), script.out());

    assertThat(psql(main, "main.sql")).isZero();

    assertThat(
            main.query(
                "SELECT state, rows, proof FROM deed.backfill WHERE version = '3' AND statement = 1"))
        .containsExactly(state + "|2|" + proof);
    var applied = console.run("apply", "--env", "staging");
    assertThat(applied.screen())
        .contains(
            state.equals("proved")
                ? "applied      4"
                : "the backfill of 3 is not proved to be complete");
  }

  private int psql(TestDatabase database, String file) throws IOException, InterruptedException {
    return exitOf("psql", "-X", "-q", "-f", folder.resolve(file).toString(), database.url());
  }

  private static int exitOf(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException notThere) {
      return -1;
    }
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    var exit = process.waitFor();
    assertThat(output).doesNotContain("ERROR");
    return exit;
  }
}
