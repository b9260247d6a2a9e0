package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A finding of ownership is lifted by the owner, in the ownership file, and not by the file that
/// breaks the rule.
class OwnerDecidesTest {

  private static final String PLAN = "migrations/main/billing/3_plan.sql";
  private static final String CHANGE = "ALTER TABLE users ADD COLUMN plan text;";

  @TempDir private Path folder;
  private String allows = "[]";
  private String uses = "[]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not-owner            | ALTER TABLE users ADD COLUMN plan text;",
        "foreign-dependants   | DROP SCHEMA public CASCADE;",
        "writes-foreign-data  | UPDATE users SET plan = 'x' WHERE id = 1;",
        "reference-not-allowed| CREATE VIEW v AS SELECT id FROM users;",
        "opaque-statement     | DO $$ BEGIN EXECUTE current_setting('app.sql'); END $$;",
        "cluster-wide         | CREATE ROLE reporting;",
        "unowned-table        | CREATE TABLE nowhere (id bigint PRIMARY KEY);"
      })
  void does_not_let_a_file_silence_what_it_breaks(String rule, String sql) throws IOException {
    migration("-- deed: ignore %s reason=\"we know what we do\"\n%s".formatted(rule, sql));

    var check = check();

    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out())
        .contains("[" + rule + "]", "[owner-decides]")
        .contains(rule + " cannot be ignored in a file of service billing: service web decides")
        .contains("- {migration: main/3, by: billing, reason: \"...\"}")
        .contains("services.billing.uses.main: access, columns, until")
        .contains("web (Web platform, #web)");
  }

  @Test
  void tells_of_it_in_every_format() throws IOException {
    migration("-- deed: ignore not-owner reason=\"we know what we do\"\n" + CHANGE);
    console();
    for (var format : new String[] {"json", "sarif", "github", "gitlab", "junit", "markdown"}) {
      assertThat(Console.in(folder).run("check", "--format", format).out())
          .contains("owner-decides");
    }
  }

  @Test
  void lets_the_owner_allow_one_migration() throws IOException {
    migration(CHANGE);
    allows = "[{migration: main/3, by: billing, reason: \"the plan is billing's\"}]";

    assertThat(check().out()).doesNotContain("[not-owner]", "[unused-allow]");
    assertThat(check().exit()).isZero();

    Files.move(folder.resolve(PLAN), folder.resolve("migrations/main/billing/4_plan.sql"));
    assertThat(check().out())
        .contains("[not-owner]")
        .contains("[unused-allow]", "service billing has no such migration");
  }

  @Test
  void counts_only_what_the_owner_itself_allows() throws IOException {
    migration("ALTER TABLE users ADD COLUMN plan text; ALTER TABLE notes ADD COLUMN plan text;");
    allows = "[{migration: main/3, by: billing, reason: \"the plan is billing's\"}]";

    assertThat(check().out())
        .contains("table public.notes, which service notes owns")
        .doesNotContain("table public.users, which service web owns");
  }

  @Test
  void tells_of_what_is_allowed_and_not_needed() throws IOException {
    migration("CREATE TABLE invoices (id bigint PRIMARY KEY);");
    allows = "[{migration: main/3, by: billing, reason: \"the plan is billing's\"}]";

    var check = check();

    assertThat(check.out())
        .contains("schema-ownership.yaml:4:", "[unused-allow]")
        .contains("which breaks no rule of ownership on what web owns");
    assertThat(check.exit()).isZero();
  }

  @Test
  void ends_a_grant_on_its_day() throws IOException {
    migration("UPDATE users SET plan = 'x' WHERE id = 1;");
    uses = "[{table: users, access: writes, until: 2026-02-03}]";
    assertThat(check().out()).doesNotContain("[writes-foreign-data]", "[expired-use]");

    uses = "[{table: users, access: writes, until: 2026-02-02}]";
    var after = check();

    assertThat(after.out())
        .contains("[writes-foreign-data]", "[expired-use]")
        .contains("service billing was allowed to use users in main until 2026-02-02");
    assertThat(after.exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "UPDATE users SET plan = 'x' WHERE id = 1;             |",
        "UPDATE users SET plan = 'x', name = 'y' WHERE id = 1; | writes column name of",
        "INSERT INTO users (id, plan) VALUES (1, 'x');         | writes column id of",
        "INSERT INTO users VALUES (1, 'x');                    | writes whole rows of",
        "DELETE FROM users WHERE id = 1;                       | writes whole rows of",
        "TRUNCATE users;                                       | writes whole rows of",
      })
  void limits_a_grant_to_its_columns(String sql, String refused) throws IOException {
    migration(sql);
    uses = "[{table: users, access: writes, columns: [plan]}]";

    var out = check().out();

    if (refused == null) {
      assertThat(out).doesNotContain("[writes-foreign-data]");
    } else {
      assertThat(out)
          .contains("[writes-foreign-data]", refused)
          .contains("its grant there is writes for plan only");
    }
  }

  @Test
  void lets_a_service_decide_that_is_alone_in_a_database() throws IOException {
    console();
    var file = folder.resolve("migrations/alone/web/5_roles.sql");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "-- deed: ignore opaque-statement reason=\"only our tables\"\n"
            + "DO $$ BEGIN EXECUTE 'DROP TABLE ' || 'x'; END $$;\n-- DOWN Migration\n-- SELECT 1;\n");

    assertThat(Console.in(folder).run("check", file.toString()).out())
        .doesNotContain("[owner-decides]", "[opaque-statement]");
  }

  private Console.Answer check() throws IOException {
    return console().run("check");
  }

  private void migration(String up) throws IOException {
    write(PLAN, up);
  }

  private Console console() throws IOException {
    write(
        "schema-ownership.yaml",
        """
        version: 1
        databases: {main: {}, alone: {}}
        services:
          web: {team: Web platform, contact: "#web", owns: {main: [users], alone: ["*"]}, allows: %s}
          billing: {owns: {main: [invoices, v]}, uses: {main: %s}}
          notes: {owns: {%s}}
        """
            .formatted(allows, uses, hasNotes() ? "main: [notes]" : ""));
    write("migrations/main/web/1_users.sql", "CREATE TABLE users (id bigint PRIMARY KEY);");
    if (hasNotes()) {
      write("migrations/main/notes/2_notes.sql", "CREATE TABLE notes (id bigint PRIMARY KEY);");
    }
    return Console.in(folder);
  }

  private boolean hasNotes() throws IOException {
    var file = folder.resolve(PLAN);
    return Files.exists(file) && Files.readString(file).contains("notes");
  }

  private void write(String name, String up) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, name.endsWith(".sql") ? up + "\n-- DOWN Migration\n-- SELECT 1;\n" : up);
  }
}
