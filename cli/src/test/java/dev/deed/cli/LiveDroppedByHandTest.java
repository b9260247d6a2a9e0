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

/// Columns, tables and triggers that are dropped by hand in the middle of a changeover.
@ExtendWith(PostgresExtension.class)
class LiveDroppedByHandTest {

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));
  private TestDatabase main = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void beginStory(TestDatabase database) throws IOException {
    main = database;
    Files.writeString(folder.resolve("schema-ownership.yaml"), LiveExpandTest.ownership(main));
    var web = Files.createDirectories(folder.resolve("migrations/main/web"));
    Files.writeString(
        web.resolve("20250101000000_base.sql"),
        """
        -- UP Migration
        CREATE TABLE public.users (id bigint PRIMARY KEY, name text NOT NULL DEFAULT 'x');
        CREATE INDEX users_name_idx ON public.users (name);

        -- DOWN Migration (Rollback)
        -- DROP TABLE public.users;
        """);
    console = Console.in(folder).with(Map.of("MAIN_URL", main.url()));
    run(0, "apply", "--env", "test");
    main.execute("INSERT INTO users SELECT i FROM generate_series(1, 20) i");
  }

  private String run(int exit, String... arguments) {
    var answer = console.run(arguments);
    assertThat(answer.exit()).as(answer.screen()).isEqualTo(exit);
    return answer.screen();
  }

  private void applied(String titlePart) throws IOException {
    try (var files = Files.list(folder.resolve("migrations/main/web"))) {
      var version =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.contains(titlePart))
              .map(name -> name.substring(0, 14))
              .findFirst()
              .orElseThrow();
      run(0, "apply", "--env", "test", "--to", version);
    }
  }

  /// Its triggers make each write fail meanwhile.
  @Test
  void takes_a_changeover_back_whose_column_is_gone() throws IOException {
    run(0, "expand", "change-type", "users", "name", "varchar(50)");
    applied("add_a_column");
    main.execute("ALTER TABLE users DROP COLUMN name_new");

    assertThat(run(4, "apply", "--env", "test"))
        .contains("42703")
        .contains("if it was dropped by hand, take it back: deed changeover abandon")
        .contains("change_type_users_name --env test");
    run(0, "changeover", "abandon", "change_type_users_name", "--env", "test", "--yes");

    main.execute("UPDATE users SET name = 'y'");
  }

  @Test
  void takes_a_changeover_back_whose_column_is_gone_with_its_index() throws IOException {
    run(0, "expand", "rename-column", "users", "name", "full_name");
    applied("index_full_name");
    main.execute("ALTER TABLE users DROP COLUMN full_name");

    run(0, "changeover", "abandon", "rename_column_users_name", "--env", "test", "--yes");

    main.execute("UPDATE users SET name = 'y'");
  }

  @Test
  void says_what_to_do_where_the_table_or_a_trigger_is_gone() throws IOException {
    run(0, "expand", "rename-column", "users", "name", "full_name");
    applied("fill_full_name");
    assertThat(run(0, "changeover", "rename_column_users_name", "--env", "test"))
        .contains("next: deed apply --env test");

    main.execute("DROP TRIGGER zz_deed_1_rename_column_users_name ON users");
    assertThat(run(0, "changeover", "rename_column_users_name", "--env", "test"))
        .contains("next: deed changeover abandon rename_column_users_name --env test");

    main.execute("ALTER TABLE users DISABLE TRIGGER zz_deed_2_rename_column_users_name");
    assertThat(run(0, "changeover", "rename_column_users_name", "--env", "test"))
        .contains("next: create what is missing again, as the expansion did, ENABLE ALWAYS it");

    main.execute("DROP TABLE users");
    assertThat(run(0, "changeover", "rename_column_users_name", "--env", "test"))
        .contains("table public.users is gone")
        .contains("next: create table public.users again with its rows");
  }

  /// What is left has the only copy of the values.
  @Test
  void keeps_the_values_where_a_column_is_gone_after_the_switch() throws IOException {
    run(0, "expand", "change-type", "users", "name", "varchar(50)", "--wait", "0");
    main.execute("UPDATE users SET name = 'n' || id");
    applied("exchange");
    var story = "change_type_users_name";

    main.execute("ALTER TABLE users DROP COLUMN name CASCADE");
    assertThat(run(0, "changeover", story, "--env", "test"))
        .contains("column name of public.users is gone, though no migration dropped it")
        .contains("its values are in name_old")
        .contains("next: add column name to public.users again");
    main.execute("ALTER TABLE users ADD COLUMN name varchar(50)");
    assertThat(run(4, "apply", "--env", "test"))
        .contains("as if made again by hand: fill it first: UPDATE public.users SET");
    run(0, "changeover", "abandon", story, "--env", "test", "--yes");
    assertThat(main.query("SELECT count(DISTINCT name) FROM users")).containsExactly("20");

    applied("exchange");
    main.execute("ALTER TABLE users DROP COLUMN name_old CASCADE");
    assertThat(run(0, "changeover", story, "--env", "test"))
        .contains("next: add column name_old to public.users again");
    run(4, "changeover", "abandon", story, "--env", "test", "--yes");
    main.execute("ALTER TABLE users ADD COLUMN name_old text");
    assertThat(run(4, "changeover", "abandon", story, "--env", "test", "--yes"))
        .contains("name_old is younger than name and differs from it in some rows")
        .contains("run the same command again");
    main.execute("UPDATE users SET name_old = name");
    run(0, "changeover", "abandon", story, "--env", "test", "--yes");
    assertThat(main.query("SELECT count(DISTINCT name) FROM users")).containsExactly("20");
  }

  /// Its values differ from row to row, as those of a column that is filled do.
  @Test
  void sees_that_a_column_was_made_again_with_a_default_of_its_own_for_each_row()
      throws IOException {
    run(0, "expand", "change-type", "users", "name", "varchar(50)", "--wait", "0");
    main.execute("UPDATE users SET name = 'n' || id");
    applied("exchange");
    main.execute("ALTER TABLE users DROP COLUMN name CASCADE");
    main.execute(
        "ALTER TABLE users ADD COLUMN name varchar(50) NOT NULL DEFAULT gen_random_uuid()");

    assertThat(run(4, "apply", "--env", "test"))
        .contains("name is younger than name_old and differs from it in some rows")
        .contains("fill it first: UPDATE public.users SET name = name_old::character varying");
    run(0, "changeover", "abandon", "change_type_users_name", "--env", "test", "--yes");
    assertThat(main.query("SELECT count(*) FROM users WHERE name = 'n' || id"))
        .containsExactly("20");
  }

  /// The copy goes, whatever it holds, and the column with the values stays.
  @Test
  void goes_on_where_the_column_that_was_made_again_goes() throws IOException {
    run(0, "expand", "rename-column", "users", "name", "full_name", "--wait", "0");
    applied("index_full_name");
    main.execute("ALTER TABLE users DROP COLUMN full_name CASCADE");
    main.execute(
        "ALTER TABLE users ADD COLUMN full_name text NOT NULL DEFAULT gen_random_uuid()::text");

    run(0, "apply", "--env", "test");
    assertThat(main.query("SELECT DISTINCT full_name FROM users")).containsExactly("x");
  }

  /// The other column has them, too: it must not go.
  @Test
  void does_not_drop_the_column_beside_one_that_is_gone() throws IOException {
    run(0, "expand", "rename-column", "users", "name", "full_name");
    applied("fill_full_name");
    main.execute("ALTER TABLE users DROP COLUMN name CASCADE");

    assertThat(
            run(4, "changeover", "abandon", "rename_column_users_name", "--env", "test", "--yes"))
        .contains("column \"name\" does not exist");
    assertThat(main.query("SELECT count(full_name) FROM users")).containsExactly("20");
  }

  @Test
  void has_nothing_to_do_after_the_only_file() {
    run(0, "expand", "add-unique", "users", "users_name_id_key", "name", "id");
    run(0, "apply", "--env", "test");

    assertThat(run(0, "changeover", "add_unique_users_users_name_id_key", "--env", "test"))
        .contains("next: nothing, it is over");
  }
}
