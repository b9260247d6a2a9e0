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
