package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What comes between in the middle of a changeover: objects dropped by hand, files edited, a full
/// disk. Each is said with the next command, and nothing is lost.
@ExtendWith(PostgresExtension.class)
class DisturbedStoryTest {

  @TempDir private Path folder;

  @Test
  void goes_on_after_a_full_disk(TestDatabase main) throws IOException {
    var console = story(main);
    assertThat(console.run("apply", "--env", "staging", "--to", "+2").exit()).isZero();
    // As a server answers that cannot extend a file.
    main.execute(
        """
        CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          RAISE EXCEPTION 'could not extend file "base/1/2": No space left on device'
            USING ERRCODE = '53100', HINT = 'Check free disk space.';
        END $$;
        CREATE TRIGGER full_disk BEFORE UPDATE ON users FOR EACH ROW WHEN (old.id = 700)
          EXECUTE FUNCTION full_disk();
        """);

    var failed = console.run("apply", "--env", "staging");

    assertThat(failed.err())
        .contains(
            "could not extend file \"base/1/2\": No space left on device (53100)",
            "help: free space on the server's disk");
    assertThat(failed.exit()).isEqualTo(4);
    var done = count(main, "full_name = name");
    assertThat(done).isGreaterThan(0).isLessThan(700);
    assertThat(console.run("backfill", "status", "--env", "staging").out()).contains("running");
    assertThat(console.run("changeover", "--env", "staging").out()).contains("backfilling");
    main.execute("DROP TRIGGER full_disk ON users");

    var again = console.run("apply", "--env", "staging");

    assertThat(again.exit()).as(again.screen()).isZero();
    assertThat(count(main, "full_name = name")).isEqualTo(1000);
    assertThat(main.query("SELECT state, rows FROM deed.backfill")).containsExactly("proved|1000");
  }

  @Test
  void says_that_the_table_was_dropped_by_hand(TestDatabase main) throws IOException {
    var console = story(main);
    assertThat(console.run("apply", "--env", "staging", "--to", "+2").exit()).isZero();
    main.execute("DROP TABLE users CASCADE");

    var failed = console.run("apply", "--env", "staging");

    assertThat(failed.err()).contains("there is no table public.users", "help: ");
    assertThat(failed.exit()).isEqualTo(4);
    assertThat(console.run("verify", "--env", "staging").out())
        .contains("table public.users is not in the database");
    assertThat(console.run("changeover", "--env", "staging").exit()).isZero();
  }

  @Test
  void says_that_the_table_was_dropped_before_the_contract(TestDatabase main) throws IOException {
    var console = story(main);
    assertThat(console.run("apply", "--env", "staging").exit()).isZero();
    main.execute("UPDATE deed.migration SET at = now() - interval '5 h'");
    main.execute("DROP TABLE users CASCADE");

    assertThat(console.run("contract", "--env", "staging").out())
        .contains("table public.users is gone, though no migration dropped it");
    var passed = console.run("apply", "--env", "staging");
    assertThat(passed.screen()).contains("is not due: table public.users is gone");
  }

  @Test
  void notices_a_trigger_that_was_dropped_before_the_backfill_ends(TestDatabase main)
      throws IOException {
    var console = story(main);
    assertThat(console.run("apply", "--env", "staging", "--to", "+2").exit()).isZero();
    main.execute("DROP TRIGGER zz_deed_2_rename_column_users_name ON users");

    assertThat(console.run("verify", "--env", "staging").out())
        .contains(
            "trigger zz_deed_2_rename_column_users_name on public.users is not in the database");
    assertThat(console.run("apply", "--env", "staging").exit()).isZero();
    assertThat(console.run("contract", "--env", "staging").out())
        .contains("trigger zz_deed_2_rename_column_users_name on public.users is gone");
  }

  @Test
  void refuses_a_file_that_was_edited_after_it_was_applied(TestDatabase main) throws IOException {
    var console = story(main);
    assertThat(console.run("apply", "--env", "staging", "--to", "+2").exit()).isZero();
    var expand = files().get(1);
    Files.writeString(
        expand,
        Files.readString(expand)
            .replace("ADD COLUMN full_name text", "ADD COLUMN full_name varchar(9)"));

    var refused = console.run("apply", "--env", "staging");

    assertThat(refused.screen()).contains(expand.getFileName().toString(), "changed", "help: ");
    assertThat(refused.exit()).isNotZero();
    assertThat(main.query("SELECT count(*) FROM deed.migration WHERE state = 'applied'"))
        .containsExactly("2");
  }

  /// What is not applied yet is the team's to edit, also while a batch of it has run.
  @Test
  void begins_an_edited_backfill_with_the_first_row_again(TestDatabase main) throws IOException {
    var console = story(main);
    assertThat(console.run("apply", "--env", "staging", "--to", "+2").exit()).isZero();
    main.execute(
        """
        CREATE FUNCTION stops() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          RAISE EXCEPTION 'stop'; END $$;
        CREATE TRIGGER stops BEFORE UPDATE ON users FOR EACH ROW WHEN (old.id = 700)
          EXECUTE FUNCTION stops();
        """);
    assertThat(console.run("apply", "--env", "staging").exit()).isEqualTo(4);
    main.execute("DROP TRIGGER stops ON users");
    var backfill = files().get(2);
    Files.writeString(
        backfill,
        Files.readString(backfill)
            .replace(
                "SET full_name = name WHERE full_name IS DISTINCT FROM name",
                "SET full_name = upper(name) WHERE full_name IS DISTINCT FROM upper(name)"));

    var again = console.run("apply", "--env", "staging");

    assertThat(again.screen()).doesNotContain("bug in deed");
    if (again.exit() == 0) {
      assertThat(count(main, "full_name = upper(name)")).isEqualTo(1000);
    } else {
      assertThat(again.screen()).contains("help: ");
    }
  }

  private static int count(TestDatabase main, String condition) {
    return Integer.parseInt(main.query("SELECT count(*) FROM users WHERE " + condition).getFirst());
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder.resolve("migrations/main/web"))) {
      return files.sorted().toList();
    }
  }

  private Console story(TestDatabase main) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {}}
        services: {web: {owns: {main: ["*"]}}}
        rules: {missing-down: off}
        environments: {staging: {urls: {main: "%s"}}}
        """
            .formatted(main.url()));
    var file = folder.resolve("migrations/main/web/1_users.sql");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        CREATE TABLE users (id bigint PRIMARY KEY, name text);
        INSERT INTO users SELECT n, 'user ' || n FROM generate_series(1, 1000) n;
        """);
    var console = Console.in(folder);
    var written =
        console.run(
            "expand",
            "rename-column",
            "users",
            "name",
            "full_name",
            "--wait",
            "1h",
            "--batch",
            "100");
    assertThat(written.exit()).as(written.screen()).isZero();
    return console;
  }
}
