package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What an environment requires before a migration is applied there, and what brings it.
@ExtendWith(PostgresExtension.class)
class LiveDemandsTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases:
        main: {postgres: 14}
      services:
        web: {owns: {main: ["*"]}}
      environments:
        production:
          urls: {main: "%s"}
          %s
      """;

  private static final String KEPT =
      "SELECT kind, version, outcome, who, environment FROM deed.evidence ORDER BY id";

  @TempDir private Path folder;
  private TestDatabase main = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void begin(TestDatabase database) throws IOException {
    main = database;
    policies("");
    web("1_users", "CREATE TABLE users (id bigint PRIMARY KEY, note text);", "DROP TABLE users;");
    assertThat(run("apply --yes").exit()).isZero();
  }

  @Test
  void refuses_what_has_not_been_rehearsed_or_was_edited_since() throws IOException {
    policies("policies: {requires: [rehearsed, down-tested]}");
    web("2_tag", "ALTER TABLE users ADD COLUMN tag text;", "ALTER TABLE users DROP COLUMN tag;");

    for (var command : List.of("apply --yes", "apply --dry-run", "plan", "sql")) {
      var answer = run(command);
      assertThat(answer.exit()).as(answer.screen()).isEqualTo(1);
      assertThat(answer.screen())
          .contains(
              "production requires a rehearsal of each migration, and there is none in"
                  + " deed.evidence of main (production)",
              "production requires a tried down of each migration",
              "[not-ready]",
              "1 migration pending: 2 errors; nothing was sent",
              "deed checklist shows all that is asked for");
      assertThat(answer.screen())
          .contains("deed rehearse --env production migrations/main/web/2_tag.sql");
    }
    var rehearsed = run("rehearse", "migrations/main/web/2_tag.sql");
    assertThat(rehearsed.exit()).as(rehearsed.screen()).isZero();
    assertThat(rehearsed.out()).contains("evidence: kept in deed.evidence of main (production)");
    assertThat(main.query(KEPT))
        .containsExactly(
            "rehearsed|2|passed|ann|production", "down-tested|2|passed|ann|production");
    assertThat(run("plan").exit()).isZero();

    // Another down has not been tried; comments do not count.
    web(
        "2_tag",
        "-- why\nALTER TABLE users ADD COLUMN tag text;",
        "ALTER TABLE users DROP COLUMN IF EXISTS tag;");
    assertThat(run("plan").screen())
        .contains("requires a tried down", "is of another text: the file was edited since (20")
        .doesNotContain("a rehearsal of each migration");
    web("2_tag", "ALTER TABLE users ADD COLUMN tag int;", "ALTER TABLE users DROP COLUMN tag;");
    assertThat(run("plan").screen()).contains("a rehearsal of each migration", "another text");

    // The last one decides.
    web("2_tag", "ALTER TABLE users ADD COLUMN tag text;", "ALTER TABLE users DROP COLUMN tag;");
    main.execute(
        "INSERT INTO deed.evidence (kind, database, version, checksum, outcome, who) SELECT kind,"
            + " database, version, checksum, 'failed', 'bob' FROM deed.evidence WHERE id = 1");
    assertThat(run("plan").screen()).contains("the last one has failed (20", ", bob)");
    main.execute("DELETE FROM deed.evidence WHERE who = 'bob'");
    assertThat(run("apply --yes").exit()).isZero();
    assertThat(main.query("SELECT count(*) FROM deed.migration")).containsExactly("2");
  }

  @Test
  void counts_only_evidence_that_is_not_too_old_nor_from_the_future() throws IOException {
    policies("policies: {requires: [{rehearsed: any, within: 7d}]}");
    web("2_tag", "ALTER TABLE users ADD COLUMN tag text;", "ALTER TABLE users DROP COLUMN tag;");
    assertThat(run("rehearse").exit()).isZero();
    assertThat(run("plan").exit()).isZero();

    main.execute("UPDATE deed.evidence SET at = now() - interval '8 days'");
    assertThat(run("plan").screen())
        .contains("the last one does not count any more (20", "within 7d");
    main.execute("UPDATE deed.evidence SET at = now() + interval '1 hour'");
    assertThat(run("plan").screen()).contains("is from the future, so a clock is wrong");
    main.execute("UPDATE deed.evidence SET at = now(), expires = now()");
    assertThat(run("plan").exit()).isEqualTo(1);
    main.execute("UPDATE deed.evidence SET expires = NULL, details = '[]'");
    assertThat(run("plan").screen())
        .contains("there is none in", "not read: row 1 of deed.evidence of main (production) has")
        .doesNotContain("bug in deed");
    main.execute("DROP TABLE deed.evidence; CREATE TABLE deed.evidence (id int)");
    assertThat(run("plan").screen()).contains("the evidence about main could not be read");
    assertThat(run("plan").exit()).isEqualTo(1);
  }

  @Test
  void asks_for_a_way_back_where_rows_are_lost_in_a_protected_environment() throws IOException {
    policies("protected: true");
    web("2_gone", "-- deed: irreversible \"they are old\"\nDELETE FROM users WHERE id = 7;", "");

    var refused = run("apply --yes");

    assertThat(refused.exit()).as(refused.screen()).isEqualTo(1);
    assertThat(refused.screen())
        .contains(
            "production is protected, and nothing brings back what this migration may lose: it"
                + " deletes rows of table public.users",
            "[no-way-back]",
            "deed backup --env production --database main --before 2",
            "deed ack main/2 --env production --box way-back --reason");
    assertThat(run("plan").exit()).isEqualTo(1);

    web("2_gone", "DELETE FROM users WHERE id = 7;", "INSERT INTO users (id) VALUES (7);");
    assertThat(run("plan").exit()).as(run("plan").screen()).isZero();
    web("2_gone", "-- deed: irreversible \"they are old\"\nDELETE FROM users WHERE id = 7;", "");
    var word =
        run("ack", "2", "--box", "way-back", "--by", "Ann", "--reason", "older than 10 years");
    assertThat(word.exit()).as(word.screen()).isZero();
    assertThat(word.out()).contains("Ann", "older than 10 years");
    assertThat(main.query("SELECT kind, who, reason, details->>'box' FROM deed.evidence"))
        .containsExactly("acknowledged|Ann|older than 10 years|way-back");
    assertThat(run("apply --yes").exit()).isZero();
  }

  @Test
  void does_not_ask_for_a_way_back_where_nothing_is_lost() throws IOException {
    policies("protected: true");
    web(
        "2_more",
        "-- deed: irreversible \"it is small\"\nCREATE TABLE more (id bigint PRIMARY KEY);"
            + " INSERT INTO more VALUES (1); DELETE FROM more; DROP TABLE more;"
            + " ALTER TABLE users ADD COLUMN tag text; UPDATE users SET tag = 'x' WHERE id = 1;",
        "");

    assertThat(run("plan").exit()).as(run("plan").screen()).isZero();
  }

  @Test
  void counts_needs_from_a_danger_on_whatever_the_file_ignores() throws IOException {
    policies("policies: {requires: [{backup: loses}, {acknowledged: breaks}]}");
    web("2_tag", "ALTER TABLE users ADD COLUMN tag text;", "ALTER TABLE users DROP COLUMN tag;");
    assertThat(run("plan").exit()).isZero();
    web(
        "3_note",
        "-- deed: ignore drop-column reason=\"it is empty\"\nALTER TABLE users DROP COLUMN note;",
        "ALTER TABLE users ADD COLUMN note text;");

    var answer = run("plan");

    assertThat(answer.screen())
        .contains(
            "migrations/main/web/3_note.sql:",
            "production requires a backup before the run of a migration that may lose rows",
            "production requires an acknowledgement of a migration that breaks running code",
            "deed ack main/3 --env production --reason")
        .doesNotContain("2_tag.sql:2", "2_tag.sql:1");
    assertThat(run("ack", "main/3", "--reason", "told everyone").exit()).isZero();
    assertThat(run("plan").screen())
        .contains("a backup before")
        .doesNotContain("an acknowledgement");
    main.execute(
        "INSERT INTO deed.evidence (kind, database, version, checksum, outcome, environment)"
            + " SELECT 'backup', database, version, checksum, 'passed', 'staging' FROM deed.evidence");
    assertThat(run("plan").exit()).isEqualTo(1);
    main.execute("UPDATE deed.evidence SET environment = 'production'");
    assertThat(run("plan").exit()).isZero();
    var saved = "UPDATE deed.evidence SET details = '{\"tables\": \"1\", \"saved\": \"%s\"}'";
    main.execute(saved.formatted("public.teams") + " WHERE kind = 'backup'");
    assertThat(run("plan").screen()).contains("and it does not have the rows of public.users");
    main.execute(saved.formatted("public.teams, public.users") + " WHERE kind = 'backup'");
    assertThat(run("plan").exit()).isZero();
  }

  @Test
  void waits_for_a_maintenance_window() throws IOException {
    policies(
        "policies: {requires: [{window: any}], windows: [\"Sat,Sun 02:00-06:00 Europe/Berlin\"]}");
    web("2_tag", "ALTER TABLE users ADD COLUMN tag text;", "ALTER TABLE users DROP COLUMN tag;");

    assertThat(run("plan").screen())
        .contains("none is open: the next one opens at 2026-02-07T01:00:00Z (Sat,Sun 02:00-06:00");
    var saturday = console().at(Instant.parse("2026-02-07T03:00:00Z"));
    assertThat(saturday.run("apply", "--env", "production", "--yes").exit()).isZero();
  }

  @Test
  void asks_for_a_reviewer() throws IOException {
    policies("policies: {requires: [reviewed]}");
    web("2_tag", "ALTER TABLE users ADD COLUMN tag text;", "ALTER TABLE users DROP COLUMN tag;");

    assertThat(run("plan").screen())
        .contains(
            "production requires a review of each migration, and the files are not in a git"
                + " repository, and there is none in deed.evidence of main (production)",
            "Reviewed-by: Name <address>");
    assertThat(
            run("ack", "2", "--box", "reviewed", "--by", "Bob <b@example.com>", "--reason", "x")
                .screen())
        .contains("git does not say who the author of migrations/main/web/2_tag.sql is");
    var approved = console().with(Map.of("CI_MERGE_REQUEST_APPROVED", "true"));
    assertThat(approved.run("plan", "--env", "production").exit()).isZero();
  }

  @Test
  void keeps_evidence_in_a_file_and_asks_it() throws IOException {
    policies("policies: {requires: [rehearsed]}");
    web("2_tag", "ALTER TABLE users ADD COLUMN tag text;", "ALTER TABLE users DROP COLUMN tag;");
    var rehearsed = console().run("rehearse", "--evidence", "ci/evidence.jsonl");
    assertThat(rehearsed.exit()).as(rehearsed.screen()).isZero();
    assertThat(rehearsed.out()).contains("evidence: kept in ci/evidence.jsonl");
    assertThat(Files.readString(folder.resolve("ci/evidence.jsonl")))
        .contains("\"kind\":\"rehearsed\"", "\"who\":\"ann\"", "\"provider\":\"embedded\"");
    assertThat(main.query("SELECT count(*) FROM deed.evidence")).containsExactly("0");

    assertThat(run("plan").exit()).isEqualTo(1);
    assertThat(run("plan", "--evidence", "ci/evidence.jsonl").exit()).isZero();
    assertThat(run("plan", "--evidence", "none.jsonl").screen())
        .contains(
            "there is none in none.jsonl", "--evidence none.jsonl migrations/main/web/2_tag.sql");
    assertThat(run("apply", "--yes", "--evidence", "ci/evidence.jsonl").exit()).isZero();
  }

  private Console console() {
    return Console.in(folder).with(Map.of("USER", "ann"));
  }

  private Console.Answer run(String command, String... more) {
    var words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of("--env", "production"));
    words.addAll(List.of(more));
    return console().run(words.toArray(String[]::new));
  }

  private void policies(String text) throws IOException {
    write("schema-ownership.yaml", OWNERSHIP.formatted(main.url(), text));
  }

  private void web(String name, String up, String down) throws IOException {
    write(
        "migrations/main/web/" + name + ".sql",
        down.isEmpty()
            ? up + "\n"
            : "-- migrate:up\n%s\n-- migrate:down\n%s\n".formatted(up, down));
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
