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

/// A way back that names columns which another changeover has taken away since.
@ExtendWith(PostgresExtension.class)
class LiveGoneSinceTest {

  private static final String KEY = "add_foreign_key_visits_visits_shop_fkey";

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));
  private TestDatabase main = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void moveOrphans(TestDatabase database) throws IOException {
    main = database;
    Files.writeString(folder.resolve("schema-ownership.yaml"), LiveExpandTest.ownership(main));
    var web = Files.createDirectories(folder.resolve("migrations/main/web"));
    Files.writeString(
        web.resolve("20250101000000_base.sql"),
        """
        -- UP Migration
        CREATE TABLE public.shops (id int PRIMARY KEY);
        CREATE TABLE public.visits (id int PRIMARY KEY, shop int, name text NOT NULL, note text);

        -- DOWN Migration (Rollback)
        -- DROP TABLE public.visits;
        -- DROP TABLE public.shops;
        """);
    console = Console.in(folder).with(Map.of("MAIN_URL", main.url()));
    run(0, "apply", "--env", "test");
    main.execute("INSERT INTO visits VALUES (1, 7, 'n', 'm')");
    run(
        0,
        "expand",
        "add-foreign-key",
        "visits",
        "visits_shop_fkey",
        "shops",
        "--columns",
        "shop",
        "--delete-orphans");
    run(0, "expand", "rename-column", "visits", "name", "title", "--wait", "0s");
  }

  private String run(int exit, String... arguments) {
    var answer = console.run(arguments);
    assertThat(answer.exit()).as(answer.screen()).isEqualTo(exit);
    return answer.screen();
  }

  @Test
  void is_refused_before_any_of_it_is_undone() {
    // Its trigger goes when the key is valid.
    assertThat(run(0, "check")).contains("no findings");
    run(0, "apply", "--env", "test");
    run(0, "apply", "--env", "test");
    var before = main.query("SELECT version FROM deed.migration WHERE state = 'applied'");
    assertThat(main.query("SELECT count(*) FROM visits")).containsExactly("0");

    var refused = run(1, "changeover", "abandon", KEY, "--env", "test", "--yes");
    assertThat(refused)
        .contains("public.visits has no column name: it was dropped or renamed at")
        .contains("nothing was sent")
        .contains("help: undo first what was done since, as each finding says");
    assertThat(main.query("SELECT version FROM deed.migration WHERE state = 'applied'"))
        .isEqualTo(before);

    var to = refused.replaceAll("(?s).*first: deed rollback --to (\\d+); then.*", "$1");
    run(0, "rollback", "--env", "test", "-d", "main", "--to", to, "--yes");
    run(0, "changeover", "abandon", KEY, "--env", "test", "--yes");
    assertThat(main.query("SELECT id, shop, name, title FROM visits")).containsExactly("1|7|n|n");
  }

  /// The database decides, not what the migrations say of it.
  @Test
  void goes_on_where_the_column_was_brought_back_by_hand() {
    run(0, "apply", "--env", "test");
    run(0, "apply", "--env", "test");
    main.execute("ALTER TABLE visits ADD name text, ALTER title DROP NOT NULL");

    run(0, "changeover", "abandon", KEY, "--env", "test", "--yes");
    assertThat(main.query("SELECT id, shop, name FROM visits")).containsExactly("1|7|n");
  }

  @Test
  void is_open_where_the_other_one_goes_back_in_the_same_run() {
    run(0, "apply", "--env", "test");
    run(0, "apply", "--env", "test");

    run(0, "rollback", "--env", "test", "-d", "main", "--to", "20250101000000", "--yes");
    assertThat(main.query("SELECT id, shop, name FROM visits")).containsExactly("1|7|n");
  }

  @Test
  void is_found_before_where_the_files_are_older() throws IOException {
    Files.writeString(
        folder.resolve("migrations/main/web/20250102000000_note.sql"),
        "-- UP Migration\nALTER TABLE public.visits DROP COLUMN note;\n-- DOWN Migration\n-- ALTER TABLE public.visits ADD COLUMN note text;\n");

    assertThat(run(1, "check"))
        .contains("public.visits has no column note: it was dropped or renamed at")
        .contains("help: the files of this changeover are older than that");
  }
}
