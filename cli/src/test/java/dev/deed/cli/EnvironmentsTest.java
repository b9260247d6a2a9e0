package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.host.EnvironmentFile;
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

/// Several environments in one command, and variables from a file.
@ExtendWith(PostgresExtension.class)
class EnvironmentsTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {auth: {}, main: {}}
        services: {web: {owns: {auth: ["*"], main: ["*"]}}}
        environments:
          staging: {urls: {auth: "${STAGING}", main: "${STAGING_MAIN}"}}
          production: {urls: {auth: "${PRODUCTION}"}}
        """);
    var migrations = Files.createDirectories(folder.resolve("migrations/auth/web"));
    Files.writeString(migrations.resolve("1_users.sql"), "CREATE TABLE users (id int);");
  }

  @Test
  void tells_the_status_of_all_environments_and_of_some(TestDatabase staging, TestDatabase other)
      throws IOException {
    Files.writeString(
        folder.resolve(".env"),
        "# ours\nexport STAGING=%s\nPRODUCTION='%s' # theirs\n"
            .formatted(staging.url(), other.url()));
    var console = Console.in(folder);
    assertThat(console.run("apply", "--env", "staging", "-d", "auth", "--env-file", ".env").exit())
        .isZero();

    var all = console.run("status", "--env-file", ".env");
    assertThat(all.out())
        .contains(
            "auth (staging): 1 applied, 0 pending",
            "main (staging): could not be read",
            "auth (production): 0 applied, 1 pending");
    assertThat(all.err()).contains("the environment variable STAGING_MAIN is not set");
    assertThat(all.exit()).isEqualTo(2);

    var some =
        console.run(
            "status",
            "--env",
            "production",
            "--env",
            "staging",
            "-d",
            "auth",
            "--env-file",
            ".env");
    assertThat(some.out()).startsWith("auth (production): 0").contains("auth (staging): 1 applied");
    assertThat(some.exit()).isEqualTo(1);
    assertThat(other.query("SELECT to_regnamespace('deed') IS NULL")).containsExactly("t");
  }

  @Test
  void never_overrides_the_real_environment(TestDatabase real) throws IOException {
    Files.writeString(folder.resolve(".env"), "PRODUCTION=postgresql://localhost:1/wrong\n");

    var answer =
        Console.in(folder)
            .with(Map.of("PRODUCTION", real.url()))
            .run("--env-file", ".env", "status", "--env", "production");

    assertThat(answer.out()).contains("auth (production): 0 applied, 1 pending");
  }

  @Test
  void does_not_repeat_a_line_that_it_does_not_understand() throws IOException {
    Files.writeString(folder.resolve(".env"), "A=1\npostgresql://u:secret@h/a\n");

    var answer = Console.in(folder).run("status", "--env-file", ".env");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err())
        .contains(".env:2: the line is not NAME=value")
        .doesNotContain("secret");
  }

  @Test
  void reads_values_as_a_shell_would() throws IOException {
    var file = folder.resolve(".env");
    Files.writeString(
        file,
        """
        A = plain value
        B='single # $X \\n'
        C="double \\"quoted\\" \\n# $X"
        D=a#b
        E=
        F=x   # a comment
        """);

    assertThat(EnvironmentFile.read(file).variables())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "A", "plain value",
                "B", "single # $X \\n",
                "C", "double \"quoted\" \n# $X",
                "D", "a#b",
                "E", "",
                "F", "x"));
  }
}
