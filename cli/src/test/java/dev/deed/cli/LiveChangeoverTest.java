package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A changeover as its people see it: `changeover`, `contract`, `ack`, `backfill`, and its end.
@ExtendWith(PostgresExtension.class)
class LiveChangeoverTest {

  private static final String PART =
      "-- deed: changeover names phase=%s operation=rename-column table=public.users old=name new=full_name\n";

  @TempDir private Path folder;

  @Test
  void says_what_holds_the_contract_and_what_to_type_next(TestDatabase main) throws IOException {
    var console = console(main, "0");

    assertThat(console.run("changeover").out())
        .contains("planned      names  rename-column of public.users.name (web)");
    var applied = console.run("apply", "--env", "production", "--yes");
    assertThat(applied.screen()).contains("is not due");
    var story = console.run("changeover", "names");
    assertThat(story.out())
        .contains("backfilled   names")
        .contains("contract  migrations/main/web/4_contract.sql  waiting")
        .contains("holds the contract: api has not acknowledged it")
        .contains("next: deed ack names --service api --env production");
    assertThat(console.run("status").exit()).isZero();
    assertThat(console.run("status").out()).contains("3 applied, 0 pending, 1 waiting");
    assertThat(console.run("contract", "--due").exit()).isZero();

    var word =
        console.run(
            "ack", "names", "--service", "api", "--env", "production", "--release", "api 4.2");
    assertThat(word.out()).contains("acknowledged by api from release api 4.2", "is due");
    assertThat(console.run("contract", "--due").exit()).isEqualTo(1);
    assertThat(console.run("apply", "--env", "production", "--yes").screen())
        .doesNotContain("error");

    assertThat(console.run("changeover", "names").out()).contains("contracted", "it is over");
    assertThat(console.run("contract").out()).contains("over  main/4_contract (web)");
    assertThat(main.query("SELECT count(name) FROM (SELECT full_name AS name FROM users) u"))
        .containsExactly("1");
  }

  @Test
  void abandons_what_is_applied_and_keeps_the_rest(TestDatabase main) throws IOException {
    var console = console(main, "48h");
    write("5_later.sql", "CREATE TABLE later (id bigint PRIMARY KEY);", "DROP TABLE later;");
    console.run("apply", "--env", "production", "--yes");

    var abandoned = console.run("changeover", "abandon", "names", "--env", "production", "--yes");

    assertThat(abandoned.exit()).isZero();
    assertThat(abandoned.out()).contains("3  backfill", "2  expand").doesNotContain("later");
    assertThat(main.query("SELECT version, state FROM deed.migration ORDER BY version"))
        .containsExactly("1|applied", "2|reverted", "3|reverted", "5|applied");
  }

  @Test
  void refuses_the_word_of_a_service_that_does_not_use_the_table(TestDatabase main)
      throws IOException {
    var console = console(main, "0");
    console.run("apply", "--env", "production", "--yes");

    var refused = console.run("ack", "names", "--service", "mail", "--env", "production");

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err())
        .contains("mail does not use public.users", "these services use it: api");
  }

  @Test
  void shows_backfills_and_says_that_none_runs(TestDatabase main) throws IOException {
    var console = console(main, "0");
    console.run("apply", "--env", "production", "--yes");

    assertThat(console.run("backfill", "--env", "production").out())
        .contains("proved  statement 1 of 3 on public.users: 1 rows changed; 1 rows, none left");
    var paused = console.run("backfill", "pause", "--env", "production");
    assertThat(paused.exit()).isEqualTo(1);
    assertThat(paused.err()).contains("no backfill is under way");
    assertThat(console.run("backfill", "throttle", "--env", "production").err())
        .contains("throttle needs --batch ROWS or --pause DURATION");
  }

  @Test
  void takes_a_disposable_environment_to_its_end_at_once(TestDatabase main) throws IOException {
    var console = console(main, "48h");

    var applied = console.run("apply", "--env", "local");

    assertThat(applied.exit()).isZero();
    assertThat(main.query("SELECT version FROM deed.migration WHERE state = 'applied'"))
        .contains("4");
  }

  @Test
  void forces_only_with_a_reason(TestDatabase main) throws IOException {
    var console = console(main, "48h");
    console.run("apply", "--env", "production", "--yes");

    assertThat(console.run("apply", "--env", "production", "--yes", "--force").err())
        .contains("--force needs --reason TEXT");
    var forced =
        console.run("apply", "--env", "production", "--yes", "--force", "--reason", "it leaks");
    assertThat(forced.exit()).isZero();
    assertThat(console.run("history", "--env", "production", "--verbose").out())
        .contains("contract forced", "it leaks");
  }

  @Test
  void abandons_a_backfill_that_stopped_in_its_middle_and_begins_anew(TestDatabase main)
      throws IOException {
    var console = console(main, "0");
    write(
        "3_backfill.sql",
        PART.formatted("backfill")
            + "-- deed: backfill batch=1 target=off\nUPDATE users SET full_name = name WHERE full_name IS DISTINCT FROM name;",
        "UPDATE users SET full_name = NULL WHERE false;");
    write(
        "1_users.sql",
        "CREATE TABLE users (id bigint PRIMARY KEY, name text); INSERT INTO users SELECT i, 'a' FROM generate_series(1, 9) i; ALTER TABLE users ADD CHECK (id > 0);",
        "DROP TABLE users;");
    console.run("apply", "--env", "production", "--yes", "--to", "2");
    main.execute("ALTER TABLE users ADD CONSTRAINT c CHECK (id < 5 OR full_name IS NULL)");
    assertThat(console.run("apply", "--env", "production", "--yes").exit()).isEqualTo(4);

    var abandoned = console.run("changeover", "abandon", "names", "--env", "production", "--yes");
    assertThat(abandoned.screen()).doesNotContain("error");
    assertThat(main.query("SELECT version, state FROM deed.migration ORDER BY version"))
        .containsExactly("1|applied", "2|reverted", "3|reverted");
    assertThat(console.run("changeover", "abandon", "names", "--env", "production", "--yes").exit())
        .isZero();

    console.run("apply", "--env", "production", "--yes");
    assertThat(main.query("SELECT count(*) FROM users WHERE full_name = name"))
        .containsExactly("9");
    assertThat(main.query("SELECT state, rows FROM deed.backfill")).containsExactly("proved|9");
  }

  @Test
  void refuses_a_word_before_there_is_anything_to_say(TestDatabase main) throws IOException {
    var console = console(main, "0");
    console.run("apply", "--env", "production", "--yes", "--to", "1");

    var refused = console.run("ack", "names", "--service", "api", "--env", "production");

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("names is not expanded there yet");
  }

  @Test
  void checks_what_a_contract_waits_for_and_that_no_version_is_far_ahead(TestDatabase main)
      throws IOException {
    var console = console(main, "0");
    write(
        "5_more.sql",
        PART.formatted("contract") + "-- deed: contract of=77\nSELECT 1;",
        "SELECT 1;");
    write(
        "6_more.sql",
        PART.formatted("contract") + "-- deed: contract of=6\nSELECT 1;",
        "SELECT 1;");
    write(
        "29990101000000_later.sql",
        "CREATE TABLE later (id bigint PRIMARY KEY);",
        "DROP TABLE later;");

    var checked = console.run("check");

    assertThat(checked.exit()).isEqualTo(1);
    assertThat(checked.screen())
        .contains("this contract waits for 77, but main has no such migration")
        .contains("this contract waits for 6, which does not come before it")
        .contains("version 29990101000000 is more than a year ahead");
    var refused = console.run("apply", "--env", "production", "--yes");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.screen()).contains("version 29990101000000 is more than a year ahead");
  }

  private Console console(TestDatabase main, String wait) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {}}
        services:
          web: {owns: {main: ["*"]}}
          api: {uses: {main: [{table: users, access: reads}]}}
          mail: {}
        environments:
          production: {protected: true, urls: {main: "%1$s"}}
          local: {disposable: true, urls: {main: "%1$s"}}
        """
            .formatted(main.url()));
    write(
        "1_users.sql",
        "CREATE TABLE users (id bigint PRIMARY KEY, name text);\nINSERT INTO users (id, name) VALUES (1, 'a');",
        "DROP TABLE users;");
    write(
        "2_expand.sql",
        PART.formatted("expand") + "ALTER TABLE users ADD COLUMN full_name text;",
        "ALTER TABLE users DROP COLUMN full_name;");
    write(
        "3_backfill.sql",
        PART.formatted("backfill")
            + "-- deed: backfill\nUPDATE users SET full_name = name WHERE full_name IS DISTINCT FROM name;",
        "UPDATE users SET full_name = NULL WHERE false;");
    write(
        "4_contract.sql",
        PART.formatted("contract")
            + "-- deed: contract of=2 wait=%s\n-- deed: ignore drop-column reason=\"gated\"\nALTER TABLE users DROP COLUMN name;"
                .formatted(wait),
        "ALTER TABLE users ADD COLUMN name text;");
    return Console.in(folder);
  }

  private void write(String name, String up, String down) throws IOException {
    var file = folder.resolve("migrations/main/web").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, up + "\n-- DOWN Migration\n-- " + down + "\n");
  }
}
