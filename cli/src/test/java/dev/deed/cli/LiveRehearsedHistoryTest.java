package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `rehearse` of histories where one service owns everything: its locks, and how far it comes.
@ExtendWith(PostgresExtension.class)
class LiveRehearsedHistoryTest {

  @TempDir private Path folder;
  private TestDatabase server = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void writeFirst(TestDatabase database) throws IOException {
    server = database;
    write(
        "schema-ownership.yaml",
        "version: 1\ndatabases: {main: {postgres: 14}}\nservices: {web: {owns: {main: ['*']}}}\n");
    up(1, "CREATE TABLE shelf (id int PRIMARY KEY, room text)");
    down(1, "DROP TABLE shelf");
  }

  @Test
  void sees_the_locks_of_the_last_statement() throws IOException {
    up(2, "ALTER TABLE shelf ADD COLUMN height int");
    down(2, "ALTER TABLE shelf DROP COLUMN height");
    up(3, "UPDATE shelf SET room = 'a' WHERE id = 1; CREATE INDEX shelf_room ON shelf (room)");
    down(3, "DROP INDEX shelf_room");
    assertThat(rehearse())
        .containsSubsequence(
            "main/2_step (web)",
            "up: ACCESS EXCLUSIVE on public.shelf",
            "down: ACCESS EXCLUSIVE on public.shelf",
            "main/3_step (web)",
            "up: SHARE on public.shelf",
            "down: ACCESS EXCLUSIVE on public.shelf");
  }

  @Test
  void foresees_what_a_down_locks_right_after_its_up() throws IOException {
    up(2, "CREATE INDEX shelf_room ON shelf (room)");
    down(2, "DROP INDEX shelf_room");
    up(3, "DROP INDEX shelf_room");
    rehearse();
    assertThat(Files.readString(folder.resolve("out.json")))
        .doesNotContain("\"foreseen\" : \"\"")
        .contains("\"foreseen\" : \"ACCESS EXCLUSIVE\"");
  }

  @Test
  void goes_on_after_an_up_that_apply_refuses_and_postgres_does_not() throws IOException {
    up(2, "CREATE INDEX shelf_room ON shelf (room)");
    down(2, "DROP INDEX shelf_room");
    up(
        3,
        "CREATE INDEX IF NOT EXISTS shelf_room ON shelf (id); ALTER TABLE shelf ADD COLUMN a int");
    down(3, "ALTER TABLE shelf DROP COLUMN a");
    up(4, "ALTER TABLE shelf ADD COLUMN b int");
    down(4, "SELECT 1");
    up(5, "ALTER TABLE shelf ADD COLUMN c int");
    down(5, "ALTER TABLE shelf DROP COLUMN c");
    assertThat(rehearse())
        .containsSubsequence(
            "main/3_step (web)",
            "up     failed",
            "down ",
            "leads back",
            "main/4_step (web)",
            "another schema",
            "main/5_step (web)",
            "leads back")
        .contains("CREATE INDEX IF NOT EXISTS did nothing", "3 lead back and forth, 2 do not");
  }

  private String rehearse() {
    var answer =
        Console.in(folder)
            .run(
                "rehearse",
                "--scratch",
                server.url(),
                "--format",
                "text",
                "--format",
                "json=out.json");
    assertThat(answer.err()).isEmpty();
    return answer.out();
  }

  private void up(int version, String text) throws IOException {
    write("migrations/main/web/%d_step.up.sql".formatted(version), text + ";\n");
  }

  private void down(int version, String text) throws IOException {
    write("migrations/main/web/%d_step.down.sql".formatted(version), text + ";\n");
  }

  private void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
