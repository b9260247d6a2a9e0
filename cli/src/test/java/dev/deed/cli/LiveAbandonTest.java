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

/// A migration that stopped half-way and that is not to be finished.
@ExtendWith(PostgresExtension.class)
class LiveAbandonTest {

  private static final String HALF =
      """
      CREATE TABLE tags (id int);
      INSERT INTO tags VALUES (1), (1);
      CREATE INDEX CONCURRENTLY by_id ON tags (id);
      CREATE UNIQUE INDEX CONCURRENTLY only_one ON tags (id);
      -- DOWN Migration
      -- DROP TABLE tags;
      """;

  private static final String STATES =
      "SELECT version, state, cardinality(finished) + further FROM deed.migration ORDER BY version";

  @TempDir private Path folder;
  private TestDatabase auth = new TestDatabase("", 0, "", "", "");
  private Console console = Console.in(Path.of(""));

  @BeforeEach
  void stopHalfWay(TestDatabase database) throws IOException {
    auth = database;
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {auth: {}}
        services: {web: {owns: {auth: ["*"]}}}
        environments:
          staging: {urls: {auth: "${AUTH}"}}
          production: {protected: true, urls: {auth: "${AUTH}"}}
        """);
    write("1_users.sql", "CREATE TABLE users (id int);\n-- DOWN Migration\n-- DROP TABLE users;");
    write("2_tags.sql", HALF);
    console = Console.in(folder).with(Map.of("AUTH", database.url()));
    assertThat(run("apply").exit()).isEqualTo(4);
    assertThat(auth.query(STATES)).containsExactly("1|applied|0", "2|failed|3");
  }

  @Test
  void leaves_it_as_it_is_and_says_what_stays() throws IOException {
    auth.execute("DROP INDEX by_id");

    var answer = run("rollback", "--abandon", "2");

    assertThat(answer.exit()).isZero();
    assertThat(answer.out())
        .contains("1 migration abandoned", "abandoned    2  tags (web)")
        .contains("auth/2_tags (web) is abandoned half-way, with 3 of 4 statements applied")
        .contains("statement 1 stays: CREATE TABLE tags (id int)")
        .contains("statement 2 stays: INSERT INTO tags VALUES (1), (1)")
        .contains("statement 3 stays: CREATE INDEX CONCURRENTLY by_id ON tags (id)")
        .contains("of its statement in line 3: index public.by_id is not in the database");
    assertThat(auth.query(STATES)).containsExactly("1|applied|0", "2|abandoned|3");
    assertThat(auth.query("SELECT count(*) FROM tags")).containsExactly("2");
    assertThat(run("history", "--verbose").out())
        .contains("abandoned    2  tags (web)", "3 of 4 statements were run: CREATE TABLE tags")
        .contains("INSERT INTO tags VALUES (1), (1)");
  }

  @Test
  void asks_for_a_version_where_another_word_is_given() {
    for (var option : List.of("--abandon", "--skip")) {
      var answer = run("rollback", "-1", option, "last");
      assertThat(answer.exit()).as(option).isEqualTo(2);
    }
    assertThat(run("rollback", "--abandon", "last").err())
        .contains("'last' is not a version: give its digits");
  }

  @Test
  void goes_on_without_it_and_does_no_part_of_it_twice() throws IOException {
    run("rollback", "--abandon", "2");
    write("3_more.sql", "CREATE TABLE more (id int);\n-- DOWN Migration\n-- DROP TABLE more;");

    assertThat(run("plan").out()).contains("1 to apply", "3  more", "apply passes over it until");
    assertThat(run("apply").out()).contains("1 migration applied", "3  more (web)");
    assertThat(auth.query("SELECT count(*) FROM tags")).containsExactly("2");
    var status = run("status");
    assertThat(status.exit()).isZero();
    assertThat(status.out())
        .contains("2 applied, 0 pending, 1 passed over", "abandoned    2  tags (web)");
    assertThat(run("apply").out()).contains("nothing to do");
    assertThat(run("verify").out())
        .contains("auth/2_tags (web) was abandoned, with 3 of 4 statements applied")
        .contains("and its file is still here");
    assertThat(run("rollback", "-1").exit()).isZero();
    assertThat(run("rollback", "-1").out()).contains("rolled back  1  users");
  }

  @Test
  void applies_the_file_from_its_beginning_once_it_is_changed() throws IOException {
    run("rollback", "--abandon", "2");
    auth.execute("DROP TABLE tags");
    write("2_tags.sql", HALF.replace("(1), (1)", "(1), (2)"));

    assertThat(run("apply").out()).contains("applied      2  tags (web)");

    assertThat(auth.query(STATES)).containsExactly("1|applied|0", "2|applied|0");
    assertThat(run("status").exit()).isZero();
    assertThat(run("rollback", "-1").exit()).isZero();
  }

  @Test
  void records_by_a_stamp_what_was_completed_by_hand() {
    run("rollback", "--abandon", "2");
    auth.execute("DELETE FROM tags; CREATE UNIQUE INDEX only_one ON tags (id)");

    assertThat(run("stamp", "--to", "2").out()).contains("stamped      2  tags (web)");
    assertThat(run("status").out()).contains("2 applied, 0 pending\n");
    assertThat(run("verify").exit()).isZero();
  }

  @Test
  void works_when_the_file_is_gone() throws IOException {
    Files.delete(folder.resolve("migrations/auth/web/2_tags.sql"));

    for (var command : new String[] {"apply", "plan"}) {
      assertThat(run(command).err())
          .contains("auth/2_tags (web) is half-way, with 3 of 4 statements applied")
          .contains("its file (migrations/auth/web/2_tags.sql) is gone", "--abandon 2");
    }
    assertThat(run("rollback", "-1").err()).contains("is half-way: 3 of 4", "--abandon 2");
    assertThat(run("status").exit()).isEqualTo(1);

    assertThat(run("rollback", "--abandon", "2").out())
        .contains("statement 1 stays: CREATE TABLE tags (id int)")
        .doesNotContain("apply passes over");
    assertThat(run("status").exit()).isZero();
    assertThat(run("apply").out()).contains("nothing to do");
    assertThat(run("rollback", "-1").out()).contains("rolled back  1  users");
  }

  @Test
  void leaves_a_rollback_half_way_as_well() {
    auth.execute(
        """
        DROP TABLE tags;
        DELETE FROM deed.migration WHERE version = '2';
        UPDATE deed.migration SET alone = NULL, kept_checksum = NULL,
            down = 'DROP INDEX CONCURRENTLY users_id; DROP TABLE nothing;';
        CREATE INDEX users_id ON users (id)
        """);
    assertThat(run("rollback", "-1").exit()).isEqualTo(4);
    assertThat(run("apply").err()).contains("is half rolled back", "deed rollback --abandon 1");

    assertThat(run("rollback", "--abandon", "1").out())
        .contains("abandoned half rolled back: 1 statement of its down was run")
        .contains("statement 1 is undone: DROP INDEX CONCURRENTLY users_id");

    assertThat(auth.query(STATES)).containsExactly("1|abandoned_rollback|1");
    assertThat(run("status").out()).contains("abandoned    1  users (web)");
  }

  @Test
  void asks_before_a_protected_environment_is_changed_and_says_first_what_stays() {
    var refused = console.run("rollback", "--env", "production", "--abandon", "2");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("production is protected", "pass --yes to confirm");
    assertThat(auth.query(STATES)).contains("2|failed|3");

    var typed = console.typing("auth").run("rollback", "--env", "production", "--abandon", "2");
    assertThat(typed.exit()).isZero();
    assertThat(typed.err())
        .containsSubsequence("note: statement 1 stays", "Type auth to continue: ");
    assertThat(auth.query(STATES)).contains("2|abandoned|3");
  }

  @Test
  void abandons_nothing_else() {
    assertThat(run("rollback", "--abandon", "1").err())
        .contains("auth/1_users (web) is applied as a whole, not half-way");
    assertThat(run("rollback", "--abandon", "7").err()).contains("no migration with version 7");
    assertThat(run("rollback", "--abandon", "2", "-1").exit()).isEqualTo(2);
    assertThat(run("rollback", "--abandon", "2", "--from-files").exit()).isEqualTo(2);
    run("rollback", "--abandon", "2");
    assertThat(run("rollback", "--abandon", "2").err()).contains("was abandoned already");
  }

  /// A trigger that discards the row would leave it half-way, and deed saying that it is not.
  @Test
  void does_not_call_abandoned_what_could_not_be_recorded() {
    auth.execute(
        """
        CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
        CREATE TRIGGER t BEFORE UPDATE ON deed.migration FOR EACH ROW EXECUTE FUNCTION swallow()
        """);

    var answer = run("rollback", "--abandon", "2");

    assertThat(answer.exit()).isEqualTo(4);
    assertThat(answer.err()).contains("deed.migration did not keep the row that records this");
    assertThat(auth.query(STATES)).contains("2|failed|3");
  }

  @Test
  void shows_a_failed_migration_without_a_file_that_left_nothing_and_lets_others_be_undone()
      throws IOException {
    run("rollback", "--abandon", "2");
    write("3_bad.sql", "CREATE TABLE bad (id int);\nSELECT 1 / 0;");
    assertThat(run("apply").exit()).isEqualTo(4);
    assertThat(run("rollback", "-1").err())
        .contains("auth/3_bad (web) failed and left no changes, so -1 would undo the migration");
    Files.delete(folder.resolve("migrations/auth/web/3_bad.sql"));

    var status = run("status");

    assertThat(status.exit()).isZero();
    assertThat(status.out()).contains("failed gone  3  bad (web)", "2 passed over");
    assertThat(run("verify").out()).contains("failed and left no changes, and its file is gone");
    var back = run("rollback", "-1");
    assertThat(back.out()).contains("rolled back  1  users");
    assertThat(back.err()).contains("auth/3_bad (web) failed and left no changes, and its file is");
    assertThat(run("rollback", "--abandon", "3").out())
        .contains("nothing of it is in the database");
  }

  private Console.Answer run(String... arguments) {
    var all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--env";
    all[arguments.length + 1] = "staging";
    return console.run(all);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("migrations/auth/web")).resolve(name), text);
  }
}
