package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.MigrationRules;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.Finding;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `-- deed: expect <query> = <value>`.
@ExtendWith(PostgresExtension.class)
class AssertionTest {

  private static final String STATES =
      "SELECT version, state, cardinality(finished) FROM deed.migration ORDER BY version";

  @TempDir Path folder;

  @Test
  void lets_pass_what_is_as_expected(TestDatabase auth) {
    var project =
        project(auth)
            .file(
                "auth/web/1_users.sql",
                """
                CREATE TABLE users (id int, name text, born date);
                -- deed: expect SELECT count(*) FROM users = 0
                INSERT INTO users VALUES (1, NULL, '2000-01-02'), (2, 'x=y', NULL);
                -- deed: expect SELECT count(*) FROM users WHERE name = 'x=y' = 1
                -- deed: expect SELECT id, name, born, id = 1 FROM users WHERE id = 1 = 1||2000-01-02|t
                -- deed: expect SELECT name FROM users WHERE id = 2 = 'x=y'
                -- deed: expect SELECT name FROM users WHERE id > 2 =
                -- deed: expect SELECT -sum(id) FROM users = -3
                """);

    assertThat(project.apply().failure()).isNull();
  }

  @Test
  void rolls_back_what_is_not_and_shows_both_values(TestDatabase auth) {
    var project =
        project(auth)
            .file(
                "auth/web/1_users.sql",
                "CREATE TABLE users (id int);\nINSERT INTO users VALUES (1);\n"
                    + "  -- deed: expect SELECT count(*) FROM users = 2\nCREATE TABLE more (id int);\n");

    var failure = project.failure();

    assertThat(failure)
        .hasMessage(
            """
            migrations/auth/web/1_users.sql:3:3: `SELECT count(*) FROM users` returned `1`, but `2` was expected
            Rolled back: nothing of auth/1_users (web) stays.\
            """);
    assertThat(auth.query("SELECT to_regclass('users') IS NULL")).containsExactly("t");
    assertThat(auth.query(STATES)).containsExactly("1|failed|0");
  }

  @Test
  void says_why_a_query_has_no_answer(TestDatabase auth) {
    var project =
        project(auth)
            .file(
                "auth/web/1_users.sql",
                "CREATE TABLE users (id int);\n-- deed: expect SELECT nam FROM users = 2\n");

    assertThat(project.failure())
        .hasMessageStartingWith(
            "migrations/auth/web/1_users.sql:2:1: `SELECT nam FROM users` returned no answer: column \"nam\" does not exist\n");
    assertThat(auth.query("SELECT to_regclass('users') IS NULL")).containsExactly("t");
  }

  @Test
  void keeps_a_statement_outside_of_transactions_and_asks_again_in_the_next_run(TestDatabase auth) {
    var text =
        "VACUUM;\n-- deed: expect SELECT count(*) FROM users = %d\nCREATE TABLE more (id int);";
    auth.execute("CREATE TABLE users (id int)");
    var project = project(auth).file("auth/web/1_users.sql", text.formatted(1));

    assertThat(project.failure()).hasMessageContaining("1 of 2 statements");
    assertThat(auth.query(STATES)).containsExactly("1|failed|1");
    assertThat(project.failure()).hasMessageContaining("returned `0`, but `1` was expected");
    assertThat(auth.query("SELECT to_regclass('more') IS NULL")).containsExactly("t");

    auth.execute("INSERT INTO users VALUES (1)");
    assertThat(project.apply().failure()).isNull();
    assertThat(project.events(RunEvent.StatementStarted.class)).hasSize(2);
    // A comment does not count in the checksum.
    project.file("auth/web/1_users.sql", text.formatted(7));
    assertThat(project.apply().failure()).isNull();
  }

  @Test
  void never_calls_applied_what_failed_behind_its_last_statement(TestDatabase auth) {
    var project = project(auth).file("auth/web/1_v.sql", "VACUUM;\n-- deed: expect SELECT 1 = 2\n");

    assertThat(project.apply().done()).isEmpty();
    assertThat(project.failure()).hasMessageContaining("returned `1`, but `2` was expected");
    assertThat(auth.query(STATES)).containsExactly("1|failed|1");
  }

  @Test
  void holds_on_the_way_back_too(TestDatabase auth) {
    var project =
        project(auth)
            .file(
                "auth/web/1_users.sql",
                """
                BEGIN;
                CREATE TABLE users (id int);
                COMMIT;
                -- deed: expect SELECT count(*) FROM users = 0
                -- DOWN Migration (Rollback)
                -- DROP TABLE users;
                -- deed: expect SELECT to_regclass('users') IS NULL = f
                """);
    assertThat(project.apply().failure()).isNull();

    assertThat(project.rollback("-1").failure())
        .hasMessageContaining("kept in deed.migration:7:1: ")
        .hasMessageContaining("returned `t`, but `f` was expected");
    assertThat(auth.query("SELECT to_regclass('users') IS NULL")).containsExactly("f");
    assertThat(auth.query(STATES)).containsExactly("1|applied|0");
  }

  @Test
  void refuses_what_is_no_expectation(TestDatabase auth) {
    var project =
        project(auth)
            .file(
                "auth/web/1_users.sql",
                """
                -- deed: expect SELECT 1 = 1
                CREATE TABLE users (id int);
                -- deed: expect
                -- deed: expect SELECT count(*) FROM users
                -- deed: expect SELECT (1 = 1)
                -- deed: expect SELEC 1 = 1
                -- deed: expect SELECT 1; SELECT 2 = 2
                -- deed: expect DELETE FROM users RETURNING id = 1
                """);

    assertThat(MigrationRules.check(project.migrations()))
        .filteredOn(finding -> finding.rule().text().equals("unreadable-directive"))
        .extracting(Finding::message)
        .containsExactly(
            "there is no statement before this `expect`",
            "no `<query> = <value>` follows `expect`",
            "no `<query> = <value>` follows `expect`",
            "no `<query> = <value>` follows `expect`",
            "the query of `expect` cannot be read: syntax error at \"SELEC\", expected a statement",
            "`expect` takes exactly one query",
            "the query of `expect` does more than read");
  }

  private Project project(TestDatabase auth) {
    return new Project(folder).on(AUTH, auth);
  }
}
