package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The boxes of a migration: answered by what is known, else left to a person.
@ExtendWith(PostgresExtension.class)
class LiveChecklistTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases:
        main: {postgres: 14}
      services:
        web: {owns: {main: ["*"]}}
        api: {contact: "#api", uses: {main: [{table: users, access: reads}]}}
      environments:
        staging: {urls: {main: "%s"}}
        production:
          urls: {main: "%s"}
          %s
      """;

  private static final String DROP = "migrations/main/web/2_drop.sql";

  @TempDir private Path folder;
  private TestDatabase main = new TestDatabase("", 0, "", "", "");
  private TestDatabase other = new TestDatabase("", 0, "", "", "");

  @BeforeEach
  void begin(TestDatabase database, TestDatabase second) throws IOException {
    main = database;
    other = second;
    policies("");
    web("1_users", "CREATE TABLE users (id bigint PRIMARY KEY, note text);", "DROP TABLE users;");
    for (var environment : List.of("staging", "production")) {
      var applied = console().run("apply", "--env", environment, "--yes");
      assertThat(applied.exit()).as(applied.screen()).isZero();
    }
    web(
        "2_drop",
        "ALTER TABLE users DROP COLUMN note;\nCREATE INDEX users_id ON users (id);",
        "DROP INDEX users_id;\nALTER TABLE users ADD COLUMN note text;");
  }

  @Test
  void answers_what_files_say_without_a_server() throws IOException {
    write("schema-ownership.yaml", OWNERSHIP.formatted("${UNSET_A}", "${UNSET_B}", ""));

    var answer = console().run("checklist", DROP);

    assertThat(answer.out())
        .contains(
            "main/2_drop (web)",
            "[!] checked       deed check finds no error: errors: drop-column, index-not-concurrent",
            "(required)",
            "[ ] tested        applied elsewhere before: no environment is named",
            "[!] rehearsed     tried on a copy: there is none in a place that is known",
            "[x] rollback      rollback documented: its down is in " + DROP,
            "[x] way-back ",
            "[x] tracked       recorded in the history: deed apply records it",
            "[ ] locks         no long lock: ",
            "how long depends on the tables' sizes, which are not known",
            "[!] compatible    running code still works: ",
            "[!] indexes       indexes built concurrently: ",
            "[x] repeatable ",
            "[ ] backup        backup made: no environment is named",
            "[ ] told          owners and consumers told: to tell: api (#api)",
            "help: deed ack main/2 --env ENVIRONMENT --box told --reason \"...\"",
            "1 migration: 1 required box is open")
        .doesNotContain("acknowledged  ");
    assertThat(answer.exit()).isEqualTo(1);
  }

  @Test
  void is_closed_box_by_box_by_machines_and_persons() throws IOException {
    policies(
        "promote_from: staging\n"
            + "    policies: {requires: [rehearsed, {backup: loses}, {acknowledged: loses}]}");
    web("2_drop", "ALTER TABLE users DROP COLUMN note;", "ALTER TABLE users ADD COLUMN note text;");
    known();

    var open = console().run("checklist", "--env", "production");

    assertThat(open.exit()).isEqualTo(1);
    assertThat(open.out())
        .contains(
            "[!] tested        applied elsewhere before: not applied in staging (required)",
            "help: deed apply --env staging",
            "[!] rehearsed     tried on a copy: there is none in deed.evidence of main (production)"
                + " (required)",
            "[!] backup        backup made: there is none",
            "help: deed backup --env production --database main --before 2",
            "[x] locks         no long lock: ",
            "[ ] acknowledged  acknowledged for this environment: there is none",
            "1 migration: 4 required boxes are open");

    assertThat(console().run("apply", "--env", "staging").exit()).isZero();
    assertThat(console().run("rehearse", "--env", "production", "--on", "template").exit())
        .isZero();
    assertThat(ack("--reason", "agreed in the meeting").exit()).isZero();
    assertThat(ack("--box", "told", "--by", "Bob", "--reason", "mail of Monday").exit()).isZero();
    assertThat(ack("--box", "compatible", "--reason", "release 4 does not read it").exit())
        .isZero();
    var refused = ack("--box", "backup", "--reason", "there is surely one");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.screen())
        .contains("requires a backup, which a person's word does not replace");
    assertThat(ack("--box", "bakcup", "--reason", "x").screen()).contains("did you mean", "backup");
    assertThat(ack("--box", "locks", "--reason", " ").screen()).contains("the reason is empty");
    assertThat(ack("--box", "checked", "--reason", "x").exit()).isEqualTo(1);
    main.execute(
        "INSERT INTO deed.evidence (kind, database, version, checksum, outcome, environment, basis)"
            + " SELECT 'backup', database, version, checksum, 'passed', 'production', 'all tables'"
            + " FROM deed.evidence LIMIT 1");

    var closed = console().run("checklist", "main/2", "--env", "production");
    assertThat(closed.out())
        .contains(
            "[x] tested        applied elsewhere before: applied in staging at 20",
            "[x] down-tested   rollback tried: 20",
            "copied with their rows on their own server",
            "[x] volume        tried with rows as in production: 20",
            "[x] locks         no long lock: a rehearsal with rows held locks that block writes for",
            "[x] backup        backup made: 20",
            "[x] told          owners and consumers told: 20",
            ", by Bob: mail of Monday",
            "[x] compatible    running code still works: 20",
            "[x] acknowledged  acknowledged for this environment: 20",
            "1 migration: no required box is open");
    assertThat(closed.exit()).as(closed.screen()).isZero();
    assertThat(console().run("apply", "--env", "production").exit()).isZero();
    assertThat(console().run("checklist", "--env", "production").out())
        .contains("there is no migration to look at");
    assertThat(console().run("checklist", DROP, "--env", "production").out())
        .contains("[x] tracked       recorded in the history: applied at 20");
  }

  @Test
  void is_a_task_list_for_a_pull_request_and_a_json_for_programs() throws IOException {
    var console = console();
    var answer = console.run("checklist", "2", "--format", "markdown", "--format", "json=out.json");

    assertThat(answer.out())
        .contains(
            "### Checklist",
            "#### `main/2_drop (web)`",
            "- [x] **rollback documented**: its down is in",
            "- [ ] (required) **deed check finds no error**: ",
            "`deed ack main/2 --env ENVIRONMENT --box told --reason \"...\"`");
    assertThat(Files.readString(folder.resolve("out.json")))
        .contains(
            "\"report\" : \"checklist\"",
            "\"box\" : \"told\"",
            "\"state\" : \"open\"",
            "\"missing\" : 1");
    assertThat(console.run("checklist", "2", "--env", "production").out())
        .contains("; its tables are small: public.users (0 MB)");
    assertThat(console.run("checklist").screen())
        .contains("nothing says which migrations are to be looked at", "--base origin/main");
    assertThat(console.run("checklist", "7").screen()).contains("there is no migration 7");
  }

  @Test
  void says_what_it_could_not_ask() throws IOException {
    write(
        "schema-ownership.yaml",
        OWNERSHIP.formatted(
                "postgresql://localhost:1/x?connect_timeout=1",
                "postgresql://localhost:1/x?connect_timeout=1",
                "promote_from: staging\n    policies: {requires: [rehearsed]}")
            + "policies: {connect_wait: 1s}\n");

    var answer = console().run("checklist", DROP, "--env", "production");

    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.out())
        .contains(
            "[?] tested        applied elsewhere before: staging could not be read: ",
            "[?] rehearsed     tried on a copy: the evidence about main could not be read: ",
            "[x] rollback ");
    assertThat(answer.err()).contains("error: main (production)");
  }

  @Test
  void says_on_one_line_why_it_could_not_plan() throws IOException {
    web("3_unclear", "-- deed: irreversible it is gone\nSELECT 1;", "");
    web("4_unclear", "-- deed: irreversible it is gone\nSELECT 1;", "");

    var answer = console().run("checklist", "--env", "production");

    assertThat(answer.out())
        .contains(
            "[?] locks         no long lock: it could not be planned: migrations/main/web/3_unclear",
            "help: deed check\n")
        .doesNotContain("\uFFFD", "--box locks");
  }

  private Console console() {
    return Console.in(folder).with(Map.of("USER", "ann"));
  }

  private Console.Answer ack(String... more) {
    var words = new ArrayList<>(List.of("ack", "main/2", "--env", "production"));
    words.addAll(List.of(more));
    return console().run(words.toArray(String[]::new));
  }

  /// What check finds in the files is accepted from now on.
  @Test
  void status_and_doctor_say_what_is_required_and_whether_evidence_can_be_kept()
      throws IOException {
    policies("policies: {requires: [rehearsed, {backup: loses}]}");
    web("2_drop", "COMMENT ON TABLE users IS 'x';", "COMMENT ON TABLE users IS NULL;");

    assertThat(console().run("status", "--env", "production").out())
        .contains(
            "production requires rehearsed, backup (loses), which migrations/main/web/2_drop.sql"
                + " lacks: deed checklist --env production");
    assertThat(console().run("status", "--env", "staging").out()).doesNotContain("requires");
    assertThat(console().run("rehearse", "--env", "production").exit()).isZero();
    assertThat(console().run("status", "--env", "production").out())
        .contains("production requires rehearsed, backup (loses): nothing is missing");
    assertThat(console().run("doctor", "--env", "production").screen())
        .contains("deed.evidence of main (production), rows: ", "; requires rehearsed, backup");

    main.execute("ALTER DATABASE %s SET default_transaction_read_only = on".formatted(main.name()));
    assertThat(console().run("doctor", "--env", "production").screen())
        .contains("can be read, but not written: the server or the role is read-only");
    var readOnly = console().run("rehearse", "--env", "production");
    assertThat(readOnly.screen()).contains("keep evidence in a file: --evidence FILE");
    main.execute(
        "BEGIN READ WRITE; ALTER DATABASE %s RESET default_transaction_read_only; COMMIT"
            .formatted(main.name()));

    main.execute("ALTER TABLE deed.evidence DROP COLUMN outcome");
    assertThat(console().run("doctor", "--env", "production").screen())
        .contains(
            "it has no column outcome; production requires rehearsed, backup (loses), so apply"
                + " refuses pending migrations");

    write("evidence.jsonl", "{\"torn");
    write(
        "schema-ownership.yaml",
        OWNERSHIP.formatted(other.url(), main.url(), "")
            + "policies: {evidence: {file: evidence.jsonl}}\n");
    assertThat(console().run("doctor", "--env", "staging").screen())
        .contains("evidence.jsonl cannot be read: ", "evidence.jsonl:1");
  }

  private void known() {
    console().run("check", "--record");
  }

  private void policies(String text) throws IOException {
    write("schema-ownership.yaml", OWNERSHIP.formatted(other.url(), main.url(), text));
  }

  private void web(String name, String up, String down) throws IOException {
    write(
        "migrations/main/web/" + name + ".sql",
        "-- UP Migration\n%s\n-- DOWN Migration\n%s\n"
            .formatted(up, down.indent(0).replaceAll("(?m)^(?=.)", "-- ")));
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
