package dev.deed.engine;

import static dev.deed.engine.file.NewMigration.Marks.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.engine.file.Layout;
import dev.deed.engine.file.MigrationFolder;
import dev.deed.engine.file.NewMigration;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewMigrationTest {

  private static final Instant NOW = Instant.parse("2026-01-29T10:30:00.123Z");
  private static final DatabaseName AUTH = new DatabaseName("auth");
  private static final ServiceName WEB = new ServiceName("web");

  @TempDir private Path base;

  @Test
  void writes_header_up_and_commented_down() throws IOException {
    assertThat(text(write("add user\npreferences\u001b[31m", null)))
        .isEqualTo(
            """
            -- Migration: add user preferences [31m
            -- Created: 2026-01-29T10:30:00Z
            -- Version: 20260129103000

            -- UP Migration


            -- DOWN Migration (Rollback)
            -- -- Write the statements that undo the above here, each line after two dashes:
            -- -- psql then runs only the up, and deed still reads the down.
            """);
  }

  @Test
  void is_a_good_migration_once_it_is_filled_in() throws IOException {
    var file = base.resolve(write("add preferences", null));
    fill(file, "-- UP Migration\n", "ALTER TABLE users ADD preferences jsonb;\n");
    fill(file, "reads the down.\n", "-- ALTER TABLE users DROP preferences;\n");

    var migrations = MigrationFolder.read(layout());

    assertThat(MigrationRules.check(migrations)).isEmpty();
    var migration = migrations.all().getFirst();
    assertThat(migration.up().script().statements()).hasSize(1);
    assertThat(migration.hasDown()).isTrue();
    assertThat(migration.downCommented()).isTrue();
  }

  @Test
  void says_that_there_is_no_statement_until_it_is_filled_in() throws IOException {
    write("add preferences", null);

    assertThat(MigrationRules.check(MigrationFolder.read(layout())))
        .extracting(f -> f.rule())
        .containsExactly(MigrationRules.EMPTY);
  }

  @Test
  void keeps_the_reason_why_there_is_no_way_back() throws IOException {
    var file = write("drop it", "they said \"go\"\n-- and went");

    assertThat(text(file)).doesNotContain("DOWN Migration");
    var migration = MigrationFolder.read(layout()).all().getFirst();
    assertThat(migration.irreversible()).contains("they said 'go' -- and went");
    assertThat(migration.directives().findings()).isEmpty();
  }

  @Test
  void writes_a_pair() throws IOException {
    var files = new NewMigration(AUTH, WEB, "add it", true, null, NONE).write(layout(), NOW);

    assertThat(files)
        .extracting(f -> f.path())
        .containsExactly(
            "migrations/auth/web/20260129103000_add_it.up.sql",
            "migrations/auth/web/20260129103000_add_it.down.sql");
    assertThat(text(files.getFirst().path())).endsWith("-- UP Migration\n");
    assertThat(text(files.getLast().path()))
        .endsWith("\n-- Write the statements that undo the up here.\n")
        .doesNotContain("dashes");
    assertThat(MigrationFolder.read(layout()).all()).hasSize(1);
  }

  @Test
  void begins_with_the_text_that_the_team_keeps() throws IOException {
    Files.createDirectories(base.resolve("migrations"));
    Files.writeString(
        base.resolve("migrations/.template.sql"),
        "-- ${description} of ${service} in ${database}: ${version} at ${created}\n");

    assertThat(text(write("say ${version}", null)))
        .isEqualTo("-- say ${version} of web in auth: 20260129103000 at 2026-01-29T10:30:00Z\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Add user preferences!      | add_user_preferences
          '; DROP TABLE users; --    | drop_table_users
          ../../etc/passwd           | etc_passwd
          a.up.sql                   | a_up_sql
          añadir el año              | añadir_el_año
          ﬁx ½ İstanbul ²            | fix_1_2_istanbul_2
          用户表                      | 用户表
          emoji 😀 here              | emoji_here
          "quoted"                   | quoted
          """)
  void makes_a_file_name_of_any_description(String description, String slug) throws IOException {
    var file = write(description, null);

    assertThat(file).isEqualTo("migrations/auth/web/20260129103000_" + slug + ".sql");
    assertThat(MigrationFolder.read(layout()).findings()).isEmpty();
  }

  @Test
  void cuts_long_descriptions_behind_a_word() throws IOException {
    assertThat(write("word ".repeat(1000), null))
        .endsWith("_word_word_word_word_word_word_word_word_word_word.sql");
    assertThat(write("𠀀".repeat(300), null)).endsWith("𠀀".repeat(50) + ".sql");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "...", "😀", "\u0301"})
  void refuses_a_description_without_words(String description) {
    assertThatThrownBy(() -> new NewMigration(AUTH, WEB, description, false, null, NONE))
        .isInstanceOf(NewMigration.NotWritten.class)
        .hasMessageContaining("needs a letter or digit");
  }

  @ParameterizedTest
  @CsvSource({
    "20260129102959, 20260129103000",
    "20260129103000, 20260129103001",
    "20261231235959, 20270101000000",
    "20271231235959, 20260129103000",
    "29990101000000, 20260129103000",
    "001, 002",
    "0099, 0100",
    "999, 1000",
    "20260101, 20260129103000",
    "1769682600, 20260129103000",
    "20269999999999, 20270000000000",
    "20260129103000000, 20260129103000001",
  })
  void is_later_than_what_is_there(String there, String version) throws IOException {
    var billing = Files.createDirectories(base.resolve("migrations/auth/billing"));
    Files.writeString(billing.resolve(there + "_a.sql"), "SELECT 1;");

    assertThat(write("b", null)).isEqualTo("migrations/auth/web/" + version + "_b.sql");
  }

  @Test
  void gives_each_of_many_at_once_a_version_of_its_own() {
    var files =
        IntStream.range(0, 40).parallel().mapToObj(i -> write(i + " at once", null)).toList();

    var versions = MigrationFolder.read(layout()).all().stream().map(Migration::version).toList();
    assertThat(files).doesNotHaveDuplicates();
    assertThat(versions).hasSize(40).doesNotHaveDuplicates();
    assertThat(base.resolve("migrations/auth").toFile().list()).containsExactly("web");
  }

  @Test
  void tells_what_is_in_the_way() throws IOException {
    Files.createDirectories(base.resolve("migrations"));
    Files.writeString(base.resolve("migrations/auth"), "not a folder");

    assertThatThrownBy(() -> write("b", null))
        .isInstanceOf(NewMigration.NotWritten.class)
        .hasMessage(
            "no migration could be written in migrations/auth: migrations/auth already exists");
  }

  private String write(String description, @Nullable String irreversible) {
    var files =
        new NewMigration(AUTH, WEB, description, false, irreversible, NONE).write(layout(), NOW);
    assertThat(files).hasSize(1);
    return files.getFirst().path();
  }

  private String text(String file) throws IOException {
    return Files.readString(base.resolve(file));
  }

  private static void fill(Path file, String behind, String text) throws IOException {
    Files.writeString(file, Files.readString(file).replace(behind, behind + text));
  }

  @Test
  void marks_a_draft_and_what_it_fixes() throws IOException {
    var marks = new NewMigration.Marks(true, new Version("7"));
    var files = new NewMigration(AUTH, WEB, "correct it", false, null, marks).write(layout(), NOW);

    var text = Files.readString(base.resolve(files.getFirst().path()));
    assertThat(text).contains("\n-- deed: fixes 7\n-- deed: draft\n\n-- UP Migration\n");
    var read = MigrationFolder.read(layout()).all().getFirst();
    assertThat(read.isMarkedDraft()).isTrue();
    assertThat(read.notes().fixes()).containsExactly(new Version("7"));
  }

  private Layout layout() {
    var folders = Map.of(AUTH, base.resolve("migrations/auth"));
    return new Layout(base, folders, Set.copyOf(List.of(WEB, new ServiceName("billing"))));
  }
}
