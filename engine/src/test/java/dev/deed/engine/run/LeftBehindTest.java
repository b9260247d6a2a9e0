package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static dev.deed.engine.run.Project.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.CannotRollBack;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Scripts that do not clear up behind themselves, and servers that refuse what is no fault of the
/// script.
@ExtendWith(PostgresExtension.class)
class LeftBehindTest {

  private static final String STATES = "SELECT version, state FROM deed.migration ORDER BY version";

  @TempDir Path folder;

  @Test
  void keeps_temporary_tables_and_prepared_statements_of_a_script_from_the_next(TestDatabase auth) {
    var leaving =
        """
        CREATE TEMP TABLE %s AS SELECT 666 AS id;
        PREPARE asked AS SELECT 1;
        DECLARE held CURSOR WITH HOLD FOR SELECT 1;
        """;
    var project =
        project(auth)
            .file("auth/web/1_users.sql", "CREATE TABLE users AS SELECT 1 AS id;")
            .file("auth/web/2_first.sql", leaving.formatted("users"))
            .file("auth/web/3_second.sql", leaving.formatted("users_too"))
            .file("auth/web/4_copy.sql", "CREATE TABLE copied AS SELECT id FROM users;");

    assertThat(project.apply().failure()).isNull();

    assertThat(auth.query("SELECT id FROM copied")).containsExactly("1");
  }

  @Test
  void gives_a_transaction_the_modes_that_the_script_asks_for(TestDatabase auth) {
    var level = "CREATE TABLE %s AS SELECT current_setting('transaction_isolation') AS level;";
    var project =
        project(auth)
            .file(
                "auth/web/1_wrapped.sql",
                "START TRANSACTION ISOLATION LEVEL SERIALIZABLE;\n"
                    + level.formatted("wrapped")
                    + "\nCOMMIT;")
            .file(
                "auth/web/2_set.sql",
                "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;\n" + level.formatted("set"))
            .file("auth/web/3_usual.sql", "BEGIN WORK;\n" + level.formatted("usual") + "\nCOMMIT;");

    assertThat(project.apply().failure()).isNull();

    assertThat(auth.query("TABLE wrapped UNION ALL TABLE set UNION ALL TABLE usual"))
        .containsExactly("serializable", "repeatable read", "read committed");
  }

  @Test
  void keeps_settings_and_roles_of_a_script_from_the_next_and_from_the_history(TestDatabase auth) {
    var role = auth.name() + "_other";
    auth.execute("CREATE ROLE " + role);
    try {
      auth.execute(
          """
          CREATE SCHEMA evil;
          GRANT ALL ON SCHEMA evil TO %s;
          CREATE FUNCTION evil.plus(bigint, int) RETURNS bigint LANGUAGE sql AS 'SELECT 666::bigint';
          CREATE OPERATOR evil.+ (leftarg = bigint, rightarg = int, function = evil.plus);
          """
              .formatted(role));
      var project =
          project(auth)
              .file("auth/web/1_first.sql", "CREATE TABLE first (id int);")
              .file(
                  "auth/web/2_evil.sql",
                  "SET search_path = evil, pg_catalog;\nCREATE TABLE here (id int);\nSET ROLE "
                      + role
                      + ";\nSET lock_timeout = 1;\nSET check_function_bodies = off;")
              .file(
                  "auth/web/3_alone.sql",
                  "SET search_path = evil, pg_catalog;\nVACUUM evil.here;\nSET ROLE " + role + ";")
              .file("auth/web/4_next.sql", "CREATE TABLE there AS SELECT current_user AS who;");

      assertThat(project.apply().failure()).isNull();

      assertThat(auth.query("SELECT who FROM public.there")).containsExactly(auth.user());
      assertThat(auth.query("SELECT version, position, who FROM deed.migration ORDER BY version"))
          .containsExactly(
              "1|1|" + auth.user(),
              "2|2|" + auth.user(),
              "3|4|" + auth.user(),
              "4|5|" + auth.user());
    } finally {
      auth.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
    }
  }

  @Test
  void says_how_a_block_may_commit(TestDatabase auth) {
    auth.execute(
        """
        CREATE PROCEDURE cut(divisor int) LANGUAGE plpgsql AS $$ BEGIN
          CREATE TABLE parts (id int);
          COMMIT;
          PERFORM 1 / divisor;
        END $$;
        """);
    var project = project(auth).file("auth/web/1_block.sql", "CALL cut(1);");

    var failure = project.failure();
    assertThat(failure).hasMessageContaining("invalid transaction termination (2D000)");
    assertThat(failure.advice())
        .isEqualTo(
            "write -- deed: transaction none at the top of migrations/auth/web/1_block.sql: then"
                + " its statements run one by one, and a block may commit");
    assertThat(auth.query("SELECT to_regclass('parts') IS NULL")).containsExactly("t");

    project.file("auth/web/1_block.sql", "-- deed: transaction none\nCALL cut(0);");
    assertThat(project.failure())
        .hasMessageContaining("division by zero")
        .hasMessageContaining(
            "What this one committed by itself stays; the next run sends it again from its"
                + " beginning.");
    assertThat(auth.query("SELECT to_regclass('parts') IS NULL")).containsExactly("f");
    assertThat(auth.query(STATES)).containsExactly("1|failed");
  }

  @Test
  void says_what_to_take_out_where_the_driver_hangs_up(TestDatabase auth) {
    var project =
        project(auth)
            .file(
                "auth/web/1_dates.sql",
                "SET datestyle = 'German';\nCREATE TABLE dates AS SELECT '31.12.2025'::date;");

    var failure = project.failure();

    assertThat(failure).hasMessageContaining("1_dates.sql:1:1: ");
    assertThat(failure.advice())
        .startsWith("remove that SET from migrations/auth/web/1_dates.sql: ");
  }

  @Test
  void does_not_blame_the_file_for_a_full_disk(TestDatabase auth) {
    var project =
        project(auth)
            .file(
                "auth/web/1_full.sql",
                "CREATE TABLE parts (id int);\n"
                    + "DO $$ BEGIN RAISE 'no space left' USING ERRCODE = 'disk_full'; END $$;");

    var failure = project.failure();

    assertThat(failure)
        .hasMessageContaining("1_full.sql:2:1: no space left (53100)")
        .hasMessageContaining("Rolled back: nothing of auth/1_full (web) stays.");
    assertThat(failure.advice())
        .isEqualTo(
            "free space on the server's disk; then run deed apply again:"
                + " migrations/auth/web/1_full.sql needs no change");
    assertThat(auth.query("SELECT to_regclass('parts') IS NULL")).containsExactly("t");
  }

  @Test
  void fails_cleanly_where_a_script_forbids_the_history_to_be_written(TestDatabase auth) {
    var project =
        project(auth)
            .file("auth/web/1_ro.sql", "CREATE TABLE parts (id int);\nSET TRANSACTION READ ONLY;");

    assertThat(project.failure()).hasMessageContaining("read-only transaction");
    assertThat(auth.query("SELECT to_regclass('parts') IS NULL")).containsExactly("t");
    assertThat(auth.query(STATES)).containsExactly("1|failed");
  }

  @Test
  void does_not_undo_what_another_database_requires(TestDatabase auth, TestDatabase main) {
    var project =
        project(auth)
            .on(MAIN, main)
            .file(
                "auth/web/1_users.sql",
                "CREATE TABLE users ();\n-- DOWN Migration\nDROP TABLE users;")
            .file("main/api/2_more.sql", "-- deed: requires auth/1\nCREATE TABLE more ();");
    assertThat(project.applyAll()).allSatisfy(run -> assertThat(run.failure()).isNull());

    var failure = Project.failureOf(project.rollback("-1"));

    assertThat(failure)
        .isInstanceOf(CannotRollBack.class)
        .hasMessage("main/2_more (api) requires auth/1, which would be undone");
    assertThat(failure.advice())
        .isEqualTo("undo that first: deed rollback --database main --to a version before 2");
    assertThat(auth.query(STATES)).containsExactly("1|applied");
  }

  @Test
  void does_not_undo_what_a_half_applied_migration_of_another_database_requires(
      TestDatabase auth, TestDatabase main) {
    var project =
        project(auth)
            .on(MAIN, main)
            .file(
                "auth/web/1_users.sql",
                "CREATE TABLE users ();\n-- DOWN Migration\nDROP TABLE users;")
            .file(
                "main/api/2_more.sql",
                "-- deed: requires auth/1\n"
                    + "-- deed: transaction none\n"
                    + "CREATE TABLE more ();\n"
                    + "SELECT 1 / 0;");
    project.applyAll();
    assertThat(main.query(STATES)).containsExactly("2|failed");

    assertThat(Project.failureOf(project.rollback("-1")))
        .hasMessage("main/2_more (api) requires auth/1, which would be undone");
  }

  @Test
  void stays_applied_where_nothing_of_its_down_could_be_done(TestDatabase auth) {
    var project =
        project(auth)
            .file(
                "auth/web/1_users.sql",
                "CREATE TABLE users (id int);\n"
                    + "-- DOWN Migration\n"
                    + "DROP INDEX CONCURRENTLY nowhere;\n"
                    + "DROP TABLE users;");
    project.apply();

    assertThat(project.rollback("-1").failure()).hasMessageContaining("does not exist (42704)");

    assertThat(auth.query(STATES)).containsExactly("1|applied");
    assertThat(project.apply().failure()).isNull();
  }

  private Project project(TestDatabase auth) {
    return new Project(folder).on(AUTH, auth);
  }
}
