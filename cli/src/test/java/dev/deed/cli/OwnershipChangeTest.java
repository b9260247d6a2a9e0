package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `check --base` shows what a change of the ownership file itself gives, takes and weakens.
class OwnershipChangeTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases: {main: {search_path: [public]}}
      services:
        auth: {team: Auth, contact: "#auth", role: auth_role, owns: {main: [users, sessions]}}
        web:
          team: Web
          contact: "#web"
          owns: {main: [pages]}
          uses: {main: [{table: users, access: reads}]}
      environments:
        staging: {copy: {by: dump, mask: {email: "'x'"}}, urls: {main: "${STAGING}"}}
        production:
          protected: true
          promote_from: staging
          expect: {host: db.example.com}
          policies: {requires: [{rehearsed: any, within: 7d}, {backup: loses}], windows: [Sun 02:00-04:00]}
          urls: {main: "${PRODUCTION}"}
      pinned: {users: main}
      policies: {lock_timeout: 2s}
      rules: {missing-down: off}
      """;

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));

  @BeforeEach
  void commitTheBase() throws IOException, InterruptedException {
    console = Console.in(folder);
    write("schema-ownership.yaml", OWNERSHIP);
    write("migrations/main/auth/1_users.sql", "CREATE TABLE users (id bigint PRIMARY KEY);\n");
    write(
        "migrations/main/auth/2_sessions.sql", "CREATE TABLE sessions (id bigint PRIMARY KEY);\n");
    write("migrations/main/web/3_pages.sql", "CREATE TABLE pages (id bigint PRIMARY KEY);\n");
    git("init", "-q", "-b", "main");
    git("add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "base");
    git("checkout", "-q", "-b", "change");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "access: reads}|access: writes}|this change lets service web write users in main, which auth owns [right-given]",
        "access: reads}|access: writes, columns: [plan], until: 2026-12-31}|this change lets service web write users (plan only) in main until 2026-12-31, which auth owns [right-given]",
        "[{table: users, access: reads}]|[]|after this change, service web may no longer read users in main, which auth owns [right-taken]",
        "[{table: users, access: reads}]|[{table: users, access: reads}, {table: sessions, access: references}]|this change lets service web reference sessions in main, which auth owns [right-given]",
        "owns: {main: [pages]}|owns: {main: [pages, sessions]}|[contested-claim]",
        "owns: {main: [users, sessions]}|owns: {main: [users]}|this change leaves sessions in main without an owner; service auth owned it [right-taken]",
        "owns: {main: [pages]}|owns: {main: [pages, \"page_*\"]}|this change lets service web own page_* in main, where no table matches it yet [right-given]",
        "rules: {missing-down: off}|rules: {missing-down: off, not-owner: warning}|this change makes rule not-owner a warning, which was an error [guard-weakened]",
        "rules: {missing-down: off}|rules: {missing-down: off, opaque-statement: off}|this change switches off rule opaque-statement, which was an error [guard-weakened]",
        "    protected: true||after this change, environment production is not protected any more [guard-weakened]",
        "mask: {email: \"'x'\"}|mask: {phone: \"'x'\"}|removes the mask of email in copies of staging [guard-weakened]",
        "email: \"'x'\"|email: \"lower(email) or 'x'\"|replaces the mask of email in copies of staging [guard-weakened]",
        "    promote_from: staging||environment production takes what was not applied in staging [guard-weakened]",
        "within: 7d}|within: 30d}|after this change, environment production accepts older evidence of rehearsed [guard-weakened]",
        "{backup: loses}|{acknowledged: loses}|after this change, environment production does not require backup any more [guard-weakened]",
        "{rehearsed: any|{rehearsed: loses|environment production requires rehearsed from loses on; it was from any on [guard-weakened]",
        "[Sun 02:00-04:00]|[daily 02:00-04:00]|this change adds a maintenance window of environment production: daily 02:00-04:00 [guard-weakened]",
        "lock_timeout: 2s|evidence: {file: e.jsonl}|after this change, evidence is read from another place: policies.evidence [guard-weakened]",
        "    expect: {host: db.example.com}||this change expects another host or database, or none, for main in production [guard-weakened]",
        "pinned: {users: main}||after this change, users is not pinned to main any more [guard-weakened]",
        "role: auth_role, ||migrations of service auth run without a role of their own; it was auth_role [guard-weakened]",
        "rules: {missing-down: off}|drift: {ignore: [{object: users, reason: odd}]}|after this change, deed drift does not report object users: odd [guard-weakened]",
        "lock_timeout: 2s|lock_timeout: 60s|this change raises lock_timeout from 2000 ms to 60000 ms [guard-weakened]",
        "lock_timeout: 2s|gate_in_disposable: warning|gate_in_disposable [guard-weakened]",
        "search_path: [public]|search_path: [app, public]|this change makes names in main mean tables of app, public, where they meant public [guard-weakened]",
        "search_path: [public]|outside: [tidy]|after this change, nothing is said of what main lacks under the name tidy: outside [guard-weakened]",
      })
  void shows_rights_and_guards(String old, String changed, String expected) throws IOException {
    assertThat(OWNERSHIP).contains(old);
    write("schema-ownership.yaml", OWNERSHIP.replace(old, changed == null ? "" : changed));

    assertThat(console.run("check", "--base", "main").out()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tool: goose|tool: sql|this change reads db/goose as a folder of plain SQL, and not of goose",
        "service: web|service: auth|belong to service auth; they belonged to web",
        "placeholders: {a: b}|placeholders: {a: c}|this change makes placeholders in db/goose stand for something else",
        "db/goose|db/others|after this change, the migrations of jobs in db/goose are not read",
      })
  void shows_what_is_not_read_as_before_of_other_tools(String old, String changed, String expected)
      throws IOException, InterruptedException {
    var jobs =
        "jobs: {sources: [{tool: goose, migrations: db/goose, service: web, placeholders: {a: b}}]}";
    var ownership = OWNERSHIP.replace("databases: {main:", "databases: {" + jobs + ", main:");
    write("schema-ownership.yaml", ownership);
    write("db/goose/1_job.sql", "-- +goose Up\nCREATE TABLE job (id bigint PRIMARY KEY);\n");
    git("add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "jobs");
    git("branch", "-f", "main", "HEAD");
    write("schema-ownership.yaml", ownership.replace(jobs, jobs.replace(old, changed)));

    assertThat(console.run("check", "--base", "main").out()).contains(expected);
  }

  @Test
  void names_both_owners_of_a_table_that_moves() throws IOException {
    write(
        "schema-ownership.yaml",
        OWNERSHIP.replace("[users, sessions]", "[users]").replace("[pages]", "[pages, sessions]"));

    var check = console.run("check", "--base", "main");

    assertThat(check.out())
        .contains("this change moves sessions in main from service auth to service web")
        .contains("owner of sessions: auth (Auth, #auth)", "owner of sessions: web (Web, #web)")
        .contains("help: have auth and web review this change of schema-ownership.yaml");
    assertThat(check.exit()).isZero();
  }

  @Test
  void shows_what_an_owner_allows_in_every_format() throws IOException {
    write(
        "schema-ownership.yaml",
        OWNERSHIP.replace(
            "owns: {main: [users, sessions]}}",
            "owns: {main: [users, sessions]}, allows: [{migration: main/4, by: web, reason: \"for"
                + " pages\"}]}"));
    write("migrations/main/web/4_x.sql", "ALTER TABLE users ADD COLUMN page bigint;\n");

    assertThat(console.run("check", "--base", "main").out())
        .contains(
            "this change lets main/4 of service web do what only service auth may: for pages"
                + " [right-given]");
    for (var format : List.of("json", "sarif", "github", "gitlab", "junit", "markdown")) {
      assertThat(console.run("check", "--base", "main", "--format", format).out())
          .contains("right-given");
    }
  }

  @Test
  void says_nothing_of_a_file_that_gives_nothing() throws IOException {
    write("schema-ownership.yaml", "# Who owns what.\n" + OWNERSHIP);

    assertThat(console.run("check", "--base", "main").out())
        .doesNotContain("right-given", "right-taken", "guard-weakened");
  }

  @Test
  void does_not_let_a_change_record_what_it_breaks() throws IOException, InterruptedException {
    write("migrations/main/web/4_x.sql", "ALTER TABLE users ADD COLUMN page bigint;\n");
    assertThat(console.run("check", "--record").out()).contains("known");
    assertThat(console.run("check").out()).doesNotContain("[not-owner]");

    var check = console.run("check", "--base", "main");

    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out())
        .contains("known-findings.txt:", "[owner-decides]")
        .contains("this change records not-owner as known: service web changes table public.users");
    git("add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "agreed");
    git("branch", "-qf", "main");
    assertThat(console.run("check", "--base", "main").exit()).isZero();
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }
}
