package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static dev.deed.engine.run.Project.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.Goal;
import dev.deed.engine.Wish;
import dev.deed.engine.postgres.Await;
import dev.deed.engine.postgres.Hold;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.UserException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class RunnerTest {

  private static final String STATES = "SELECT version, state FROM deed.migration ORDER BY version";

  @TempDir Path folder;

  @Test
  void applies_what_is_pending_and_then_nothing_more(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_users.sql", "CREATE TABLE users (id int);")
            .file(
                "auth/api/2_credits.sql",
                "CREATE TABLE credits (id int); INSERT INTO credits VALUES (7)");

    var first = project.apply();
    var second = project.apply();

    assertThat(first.failure()).isNull();
    assertThat(first.done()).hasSize(2);
    assertThat(second.failure()).isNull();
    assertThat(second.done()).isEmpty();
    assertThat(auth.query("SELECT id FROM credits")).containsExactly("7");
    assertThat(auth.query(STATES)).containsExactly("1|applied", "2|applied");
    assertThat(auth.query("SELECT version, event FROM deed.event ORDER BY id"))
        .containsExactly("1|applied", "2|applied");
  }

  @Test
  void leaves_nothing_of_a_migration_that_fails_and_keeps_those_before_it(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_users.sql", "CREATE TABLE users (id int);")
            .file(
                "auth/web/2_more.sql",
                "CREATE TABLE more (id int);\n\nINSERT INTO users\n  (id, äge) VALUES (1, 2);\n")
            .file("auth/web/3_last.sql", "CREATE TABLE last (id int);");

    var run = project.apply();

    assertThat(run.done()).hasSize(1);
    assertThat(run.notDone())
        .extracting(move -> move.name().version().text())
        .containsExactly("2", "3");
    assertThat(message(run))
        .contains(
            "migrations/auth/web/2_more.sql:4:8: column \"äge\" of relation \"users\" does not exist (42703)")
        .contains("INSERT INTO users\n  ...\n  (id, äge) VALUES (1, 2);\n       ^\n")
        .contains("Rolled back: nothing of auth/2_more (web) stays.");
    assertThat(auth.query("SELECT to_regclass('more') IS NULL, to_regclass('users') IS NULL"))
        .containsExactly("t|f");
    assertThat(auth.query(STATES)).containsExactly("1|applied", "2|failed");

    project.file("auth/web/2_more.sql", "CREATE TABLE more (id int);");
    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query(STATES)).containsExactly("1|applied", "2|applied", "3|applied");
  }

  @Test
  void rolls_back_by_the_down_that_was_kept_when_the_file_is_gone(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_users.sql",
                "CREATE TABLE users (id int);\n-- DOWN Migration (Rollback)\n-- DROP TABLE users;\n")
            .file(
                "auth/web/2_more.sql",
                "CREATE TABLE more (id int);\n-- DOWN Migration\nDROP TABLE more;\n");
    project.apply();
    project.delete("auth/web/2_more.sql");
    project.file("auth/web/1_users.sql", "CREATE TABLE users (id int);\n");

    assertThat(project.rollback("-1").failure()).isNull();
    assertThat(auth.query(STATES)).containsExactly("1|applied", "2|reverted");
    assertThat(project.rollback("base").failure()).isNull();

    assertThat(auth.query("SELECT to_regclass('more'), to_regclass('users')")).containsExactly("|");
    assertThat(auth.query(STATES)).containsExactly("1|reverted", "2|reverted");
  }

  @Test
  void names_the_line_of_a_down_that_fails_and_leaves_it_applied(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_users.sql",
                "CREATE TABLE users (id int);\n\n-- DOWN Migration\n-- DROP TABLE people;\n");
    project.apply();

    var run = project.rollback("-1");

    assertThat(message(run))
        .contains(
            "the down of auth/1_users (web) kept in deed.migration:4:4: table \"people\" does not");
    assertThat(auth.query(STATES)).containsExactly("1|applied");
    assertThat(auth.query("SELECT event FROM deed.event ORDER BY id"))
        .containsExactly("applied", "rollback failed");
  }

  @Test
  void runs_statements_outside_of_transactions_where_they_must(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_users.sql",
                """
                CREATE TABLE users (id int, name text);
                INSERT INTO users VALUES (1, 'a');
                CREATE INDEX CONCURRENTLY users_id ON users (id);
                CREATE INDEX CONCURRENTLY users_name ON users (name);
                VACUUM users;
                CREATE TABLE more (id int);
                """);

    assertThat(project.apply().failure()).isNull();

    assertThat(auth.query("SELECT count(*) FROM pg_indexes WHERE tablename = 'users'"))
        .containsExactly("2");
    assertThat(auth.query("SELECT version, state, finished, begun FROM deed.migration"))
        .containsExactly("1|applied|{}|f");
  }

  @Test
  void goes_on_behind_the_statements_that_are_done(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_users.sql",
                """
                CREATE TABLE users (id int, name text);
                CREATE INDEX CONCURRENTLY users_id ON users (id);
                INSERT INTO nowhere VALUES (1);
                """);

    var run = project.apply();
    assertThat(message(run))
        .contains("1_users.sql:3:13: relation \"nowhere\" does not exist")
        .contains("Applied: 2 of 3 statements of auth/1_users (web); this stays");
    assertThat(auth.query("SELECT state, cardinality(finished) + further FROM deed.migration"))
        .containsExactly("failed|2");
    assertThat(message(project.rollback("-1"))).contains("half-way: 2 of 3 statements applied");

    project.file(
        "auth/web/1_users.sql",
        """
        CREATE TABLE users (id bigint, name text);
        CREATE INDEX CONCURRENTLY users_id ON users (id);
        INSERT INTO users VALUES (1);
        """);
    assertThat(message(project.apply())).contains("statement 1 was changed after it was applied");

    project.file(
        "auth/web/1_users.sql",
        """
        CREATE TABLE users (id int, name text);
        CREATE INDEX CONCURRENTLY users_id ON users (id);
        INSERT INTO users VALUES (1);
        """);
    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT count(*) FROM users")).containsExactly("1");
  }

  /// As a run leaves the row that is killed between two statements: no checksums, only how many.
  @Test
  void goes_on_where_a_killed_run_has_counted_to(TestDatabase auth) {
    var file = "auth/web/1_users.sql";
    var text =
        """
        -- deed: transaction none
        CREATE TABLE users (id int);
        INSERT INTO users VALUES (1);
        INSERT INTO users VALUES (2);
        """;
    var project = new Project(folder).on(AUTH, auth).file(file, text + "SELECT 1 / 0;");
    project.apply();
    auth.execute("DELETE FROM users WHERE id = 2");
    auth.execute("UPDATE deed.migration SET state = 'started', finished = '{}', further = 5");
    assertThat(message(project.apply())).contains("has 5 statements done of a text with 4");
    auth.execute("UPDATE deed.migration SET further = 2");

    project.file(file, text.replace("(1)", "(7)"));
    assertThat(message(project.apply())).contains("statement 2 was changed after it was applied");

    project.file(file, text);
    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT id FROM users ORDER BY id")).containsExactly("1", "2");
    assertThat(auth.query("SELECT state, finished, further FROM deed.migration"))
        .containsExactly("applied|{}|0");
  }

  @Test
  void writes_no_list_that_grows_with_each_statement(TestDatabase auth) {
    auth.execute("CREATE TABLE seen (finished int, further int)");
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_look.sql",
                "-- deed: transaction none\n"
                    + "INSERT INTO seen SELECT cardinality(finished), further FROM deed.migration;\n"
                        .repeat(5));

    assertThat(project.apply().failure()).isNull();

    assertThat(auth.query("SELECT finished, further FROM seen ORDER BY further"))
        .containsExactly("0|0", "0|1", "0|2", "0|3", "0|4");
  }

  @Test
  void clears_the_invalid_index_that_a_failed_build_leaves(TestDatabase auth) {
    auth.execute("CREATE TABLE users (id int); INSERT INTO users VALUES (1), (1)");
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_users.sql", "CREATE UNIQUE INDEX CONCURRENTLY users_id ON users (id);");

    var run = project.apply();

    assertThat(message(run))
        .contains("could not create unique index \"users_id\"")
        .contains("detail: Key (id)=(1) is duplicated.");
    assertThat(auth.query("SELECT count(*) FROM pg_indexes WHERE indexname = 'users_id'"))
        .containsExactly("0");
    assertThat(project.events(RunEvent.LeftoverCleared.class)).hasSize(1);

    auth.execute("DELETE FROM users");
    assertThat(project.apply().failure()).isNull();
  }

  @Test
  void refuses_an_applied_file_that_was_edited_but_not_its_comments(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_users.sql", "CREATE TABLE users (id int);");
    project.apply();

    project.file("auth/web/1_users.sql", "-- why\nCREATE   TABLE users (id INT);\n");
    assertThat(project.apply().failure()).isNull();
    project.file("auth/web/1_users.sql", "CREATE TABLE users (id bigint);");

    assertThat(message(project.apply()))
        .contains("migrations/auth/web/1_users.sql was changed after it was applied");
  }

  @Test
  void applies_a_late_migration_of_another_service_and_refuses_one_of_the_same(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/5_users.sql", "CREATE TABLE users (id int);");
    project.apply();

    project.file("auth/api/3_late.sql", "CREATE TABLE late (id int);");
    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT version, out_of_order FROM deed.migration ORDER BY version"))
        .containsExactly("3|t", "5|f");

    project.file("auth/web/4_later.sql", "CREATE TABLE later (id int);");
    assertThat(message(project.apply()))
        .contains("4_later.sql comes too late: version 5 of the same service");
    var anyway = project.applyAll(new Wish(Goal.HEAD, null, true)).getFirst();
    assertThat(anyway.failure()).isNull();
  }

  @Test
  void waits_for_what_another_database_has_to_do_first(TestDatabase auth, TestDatabase main)
      throws InterruptedException, SQLException {
    try (var hold = Hold.in(main)) {
      var project =
          new Project(folder)
              .on(AUTH, auth)
              .on(MAIN, main)
              .file(
                  "auth/web/1_first.sql", "-- deed: requires main/7\nCREATE TABLE first (id int);")
              .file("main/api/7_then.sql", hold.sql() + "CREATE TABLE then_ (id int);");
      var releasing =
          Thread.startVirtualThread(() -> {
            Await.until(
                "auth to wait", () -> !project.events(RunEvent.RequirementAwaited.class).isEmpty());
            hold.release();
          });

      var runs = project.applyAll();
      releasing.join();

      assertThat(runs).allMatch(run -> !run.isFailed());
      assertThat(project.events(RunEvent.RequirementAwaited.class)).hasSize(1);
    }
  }

  @Test
  void stops_what_depends_on_a_failure_and_nothing_else(TestDatabase auth, TestDatabase main) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .on(MAIN, main)
            .file("auth/web/1_free.sql", "CREATE TABLE free (id int);")
            .file("auth/web/2_bound.sql", "-- deed: requires main/7\nCREATE TABLE bound (id int);")
            .file("main/api/7_then.sql", "SELECT 1/0;");

    var runs = project.applyAll();

    assertThat(message(runs.getFirst()))
        .contains("2_bound.sql requires main/7, which is not applied");
    assertThat(runs.getFirst().done()).hasSize(1);
    assertThat(message(runs.getLast())).contains("7_then.sql:1:1: division by zero (22012)");
  }

  @Test
  void tries_again_after_a_lock_time_out_and_tells_who_is_in_the_way(TestDatabase auth)
      throws InterruptedException, SQLException {
    auth.execute("CREATE TABLE users (id int)");
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .with(RunPolicy.DEFAULT.withLocks(Duration.ofMillis(800), 100, Duration.ofMinutes(5)))
            .file("auth/web/1_more.sql", "ALTER TABLE users ADD name text;");
    try (var blocker = auth.connect();
        var statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("SELECT * FROM users");
      var ending =
          Thread.startVirtualThread(() -> {
            Await.until("a try that knows who blocks it", () -> !retries(project).isEmpty());
            try {
              blocker.rollback();
            } catch (SQLException e) {
              throw new IllegalStateException(e);
            }
          });

      assertThat(project.apply().failure()).isNull();
      ending.join();
    }
    var retried = retries(project).getFirst();
    assertThat(retried.blockers()).hasSize(1);
    assertThat(retried.blockers().getFirst().words())
        .contains("idle in transaction")
        .contains("SELECT * FROM users");
  }

  @Test
  void gives_up_when_the_lock_stays_taken(TestDatabase auth)
      throws InterruptedException, SQLException {
    auth.execute("CREATE TABLE users (id int)");
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .with(RunPolicy.DEFAULT.withLocks(Duration.ofMillis(1500), 2, Duration.ofMinutes(5)))
            .file(
                "auth/web/1_more.sql",
                "CREATE TABLE more (id int);\nALTER TABLE users ADD name text;");
    try (var blocker = auth.connect();
        var statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("SELECT * FROM users");

      var failure = project.failure();

      assertThat(failure).isInstanceOf(LockNotObtained.class);
      assertThat(failure)
          .hasMessageContaining("1_more.sql:2:1: no lock after 2 tries; blocked by:");
      assertThat(failure.outcome()).isEqualTo(UserException.Outcome.TRY_AGAIN);
      blocker.rollback();
    }
    assertThat(auth.query("SELECT to_regclass('more') IS NULL")).containsExactly("t");
  }

  @Test
  void reads_begin_and_commit_around_a_script_as_its_own_transaction(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_users.sql",
                "BEGIN;\nCREATE TABLE users (id int);\nSELECT 1/0;\nCOMMIT;\n");

    assertThat(project.apply().isFailed()).isTrue();
    assertThat(auth.query("SELECT to_regclass('users') IS NULL")).containsExactly("t");
  }

  @Test
  void copies_rows_that_stand_in_the_file(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_users.sql",
                "CREATE TABLE users (id int, name text);\nCOPY users FROM stdin;\n1\ta;b\n2\t\\N\n\\.\nINSERT INTO users VALUES (3, 'c');\n");

    assertThat(project.apply().failure()).isNull();

    assertThat(auth.query("SELECT id, name FROM users ORDER BY id"))
        .containsExactly("1|a;b", "2|", "3|c");
  }

  @Test
  void does_not_let_settings_of_one_migration_reach_the_next(TestDatabase auth) {
    auth.execute(
        "CREATE SCHEMA other; CREATE ROLE \"deed \"\"x\"; GRANT ALL ON SCHEMA public, other TO \"deed \"\"x\"");
    try {
      var project =
          new Project(folder)
              .on(AUTH, auth)
              .file(
                  "auth/web/1_other.sql",
                  "SET search_path = other; SET ROLE \"deed \"\"x\"; CREATE TABLE a (id int);")
              .file("auth/web/2_public.sql", "CREATE TABLE b (id int);")
              .file(
                  "auth/web/3_deferred.sql",
                  "SET search_path = other; CREATE TABLE c (id int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED); INSERT INTO c VALUES (1), (1);");

      var run = project.apply();

      assertThat(message(run)).contains("duplicate key value").contains("Rolled back");
      assertThat(
              auth.query(
                  "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'other') ORDER BY 2"))
          .containsExactly("other|a", "public|b");
    } finally {
      auth.execute("DROP OWNED BY \"deed \"\"x\"; DROP ROLE \"deed \"\"x\"");
    }
  }

  @Test
  void keeps_the_settings_of_a_migration_through_its_steps_and_a_resume(TestDatabase auth) {
    auth.execute("CREATE SCHEMA other");
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_other.sql",
                """
                SET search_path = other;
                CREATE TABLE a (id int);
                CREATE INDEX CONCURRENTLY a_id ON a (id);
                CREATE TABLE b (id nowhere);
                """);
    assertThat(project.apply().isFailed()).isTrue();
    project.file(
        "auth/web/1_other.sql",
        """
        SET search_path = other;
        CREATE TABLE a (id int);
        CREATE INDEX CONCURRENTLY a_id ON a (id);
        CREATE TABLE b (id int);
        """);

    assertThat(project.apply().failure()).isNull();

    assertThat(
            auth.query(
                "SELECT relname FROM pg_class WHERE relnamespace = 'other'::regnamespace ORDER BY 1"))
        .containsExactly("a", "a_id", "b");
  }

  @Test
  void tells_what_postgres_notices(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_say.sql", "DO $$ BEGIN RAISE NOTICE 'hello {ts}'; END $$;");

    assertThat(project.apply().failure()).isNull();

    assertThat(project.events(RunEvent.Noticed.class))
        .extracting(RunEvent.Noticed::message)
        .containsExactly("hello {ts}");
  }

  @Test
  void status_works_where_deed_never_was(TestDatabase auth) {
    var project = new Project(folder).on(AUTH, auth);

    assertThat(project.history(AUTH).rows()).isEmpty();
    assertThat(auth.query("SELECT to_regnamespace('deed') IS NULL")).containsExactly("t");
  }

  private static List<RunEvent.Retried> retries(Project project) {
    return project.events(RunEvent.Retried.class).stream()
        .filter(retried -> !retried.blockers().isEmpty())
        .toList();
  }

  private static String message(DatabaseRun run) {
    return String.valueOf(Project.failureOf(run).getMessage());
  }
}
