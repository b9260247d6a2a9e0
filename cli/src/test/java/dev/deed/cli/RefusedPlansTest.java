package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `plan`, `sql` and `apply --dry-run` refuse what `apply` refuses, with its words.
@ExtendWith(PostgresExtension.class)
class RefusedPlansTest {

  private static final String NOT_APPLIED =
      "auth/1_users (web) was not applied in staging in its current form, which this environment"
          + " requires (promote_from)";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"plan", "sql", "apply", "apply --dry-run"})
  void refuses_what_was_not_applied_where_it_is_promoted_from(
      String command, TestDatabase auth, TestDatabase staging) throws IOException {
    var answer = console(auth, staging, auth, "").run(words(command));

    assertThat(answer.err()).contains(NOT_APPLIED, "help: deed apply --env staging");
    assertThat(answer.out()).doesNotContain("CREATE TABLE");
    assertThat(answer.exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "sql", "apply"})
  void does_not_take_a_stamp_for_an_application(
      String command, TestDatabase auth, TestDatabase staging) throws IOException {
    var console = console(auth, staging, auth, "");
    staging.execute("CREATE TABLE users (id int PRIMARY KEY)");
    assertThat(console.run("stamp", "--env", "staging", "-d", "auth", "--to", "head").exit())
        .isZero();

    var answer = console.run(words(command));

    assertThat(answer.err())
        .contains(
            "auth/1_users (web) was stamped in staging and not applied there",
            "deed stamp --env production --database auth --to 1");
    assertThat(answer.exit()).isEqualTo(1);
    auth.execute("CREATE TABLE users (id int PRIMARY KEY)");
    assertThat(
            console.run("stamp", "--env", "production", "-d", "auth", "--to", "1", "--yes").exit())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "sql", "apply", "apply --dry-run"})
  void refuses_what_requires_a_migration_that_is_not_applied(
      String command, TestDatabase auth, TestDatabase main) throws IOException {
    var console = console(auth, auth, main, "-- deed: requires auth/1\n");

    var line = command.replaceFirst("^(\\w+)", "$1 --env local --database main");
    var answer = console.run(line.split(" "));

    assertThat(answer.err())
        .contains(
            "migrations/main/web/2_notes.sql requires auth/1, which is not applied",
            "help: apply that first: deed apply --database auth, or all databases together");
    assertThat(answer.exit()).isEqualTo(command.equals("apply") ? 4 : 1);
    assertThat(console.run("plan", "--env", "local").exit()).isZero();
    assertThat(console.run("apply", "--env", "local", "--database", "auth").exit()).isZero();
    assertThat(console.run(line.split(" ")).exit()).isZero();
  }

  private static String[] words(String command) {
    var words = (command + " --env production --database auth").split(" ");
    return command.equals("apply") ? (String.join(" ", words) + " --yes").split(" ") : words;
  }

  private Console console(
      TestDatabase auth, TestDatabase staging, TestDatabase main, String directive)
      throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {auth: {}, main: {}}
        services: {web: {owns: {auth: ["*"], main: ["*"]}}}
        environments:
          local: {urls: {auth: "%1$s", main: "%3$s"}}
          staging: {urls: {auth: "%2$s"}}
          production: {protected: true, promote_from: staging, urls: {auth: "%1$s"}}
        """
            .formatted(auth.url(), staging.url(), main.url()));
    write("auth/web/1_users.sql", "CREATE TABLE users (id int PRIMARY KEY);");
    write("main/web/2_notes.sql", directive + "CREATE TABLE notes (id int PRIMARY KEY);");
    return Console.in(folder);
  }

  private void write(String name, String up) throws IOException {
    var file = folder.resolve("migrations").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, up + "\n-- DOWN Migration\n-- SELECT 1;\n");
  }
}
