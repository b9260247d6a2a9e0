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

/// A rollback in one database while migrations in others may require those it undoes.
@ExtendWith(PostgresExtension.class)
class OtherHistoriesTest {

  private static final String NOWHERE = "postgresql://localhost:1/nowhere?connect_timeout=1";
  private static final String USERS =
      "CREATE TABLE users (id int);\n-- DOWN Migration\nDROP TABLE users;\n";

  @TempDir private Path folder;
  private Path requiring = Path.of("");
  private TestDatabase auth = new TestDatabase("", 0, "", "", "");
  private Console console = Console.in(Path.of(""));

  @BeforeEach
  void apply(TestDatabase one, TestDatabase two) throws IOException {
    auth = one;
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {auth: {}, main: {}}
        services: {web: {owns: {auth: ["*"], main: ["*"]}}}
        environments: {staging: {urls: {auth: "${AUTH}", main: "${MAIN}"}}}
        policies: {connect_wait: 1s}
        """);
    file("auth/web/1_users.sql", USERS);
    requiring =
        file("main/web/2_more.sql", "-- deed: requires auth/1\nCREATE TABLE more (id int);");
    console = Console.in(folder).with(Map.of("AUTH", one.url(), "MAIN", two.url()));
    assertThat(console.run("apply", "--env", "staging").exit()).isZero();
  }

  @Test
  void refuses_what_a_migration_requires_whose_file_is_gone() throws IOException {
    Files.delete(requiring);

    var answer = rollback();

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains("main/2_more (web) requires auth/1, which would be undone")
        .contains("help: undo that first: deed rollback --database main --to a version before 2");
    assertThat(auth.query("SELECT count(*) FROM users")).containsExactly("0");
  }

  @Test
  void needs_an_answer_where_files_say_that_something_is_required() {
    console = console.with(Map.of("AUTH", auth.url(), "MAIN", NOWHERE));

    var answer = rollback();

    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.err()).contains("main (staging): no connection to localhost:1");
    assertThat(auth.query("SELECT count(*) FROM users")).containsExactly("0");
  }

  @Test
  void is_not_held_up_by_databases_that_no_file_speaks_of() throws IOException {
    Files.delete(requiring);
    console = console.with(Map.of("AUTH", auth.url()));

    var answer = rollback();

    assertThat(answer.exit()).isZero();
    assertThat(answer.err())
        .contains(
            "note: database main was not checked for migrations that require those rolled back: ")
        .contains("the environment variable MAIN is not set");
    assertThat(auth.query("SELECT to_regclass('users') IS NULL")).containsExactly("t");
  }

  private Console.Answer rollback() {
    return console.run("rollback", "--env", "staging", "-d", "auth", "-1");
  }

  private Path file(String path, String text) throws IOException {
    var file = folder.resolve("migrations").resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
