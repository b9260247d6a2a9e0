package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.MigrationsRefused;
import dev.deed.engine.connect.Parallel;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.postgres.Await;
import dev.deed.engine.postgres.Hold;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.UserException;
import dev.deed.sql.UserException.Outcome;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
class RunLockTest {

  @TempDir Path folder;

  @Test
  void lets_one_of_ten_runners_work_at_a_time_with_concurrent_indexes_too(TestDatabase auth) {
    var projects = new ArrayList<Project>();
    for (var i = 0; i < 10; i++) {
      projects.add(project(auth));
    }
    projects
        .getFirst()
        .file("auth/web/1_users.sql", "CREATE TABLE users (id int, name text);")
        .file("auth/web/2_index.sql", "CREATE INDEX CONCURRENTLY users_id ON users (id);")
        .file("auth/api/3_more.sql", "CREATE TABLE more (id int);")
        .file(
            "auth/web/4_mixed.sql",
            "ALTER TABLE users ADD age int;\nCREATE INDEX CONCURRENTLY users_age ON users (age);\nVACUUM users;");

    var runs =
        Parallel.run(
            projects.stream().map(project -> (Callable<DatabaseRun>) project::apply).toList());

    assertThat(runs).allSatisfy(run -> assertThat(run.failure()).isNull());
    assertThat(runs.stream().mapToInt(run -> run.done().size()).sum()).isEqualTo(4);
    assertThat(auth.query("SELECT version FROM deed.event WHERE event = 'applied' ORDER BY id"))
        .containsExactly("1", "2", "3", "4");
    assertThat(auth.query("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
        .containsExactly("0");
  }

  @Test
  void says_who_is_active_and_gives_up_when_the_wait_is_over(TestDatabase auth)
      throws InterruptedException, SQLException {
    var running = new ArrayList<DatabaseRun>();
    var second = project(auth).with(RunPolicy.DEFAULT.withRunWait(Duration.ofMillis(300)));
    UserException failure;
    Thread thread;
    try (var hold = Hold.in(auth)) {
      var first = project(auth).file("auth/web/1_slow.sql", hold.sql());
      thread = Thread.startVirtualThread(() -> running.add(first.apply()));
      Await.until("the first run", () -> !first.events(RunEvent.StatementStarted.class).isEmpty());

      failure = second.failure();
    }
    thread.join();

    assertThat(failure)
        .isInstanceOf(AnotherRunActive.class)
        .hasMessageContaining(auth.user())
        .hasMessageContaining("another run is active: deed, " + auth.user())
        .hasMessageContaining("since 2");
    assertThat(failure.outcome()).isEqualTo(Outcome.TRY_AGAIN);
    assertThat(second.events(RunEvent.RunAwaited.class)).hasSize(1);
    assertThat(running.getFirst().failure()).isNull();
    assertThat(second.apply().done()).isEmpty();
  }

  @Test
  void notices_a_script_that_lets_go_of_the_lock(TestDatabase auth) {
    var project =
        project(auth)
            .file(
                "auth/web/1_loose.sql",
                "-- deed: transaction none\nDO $$ BEGIN EXECUTE 'SELECT pg_advisory_' || 'unlock_all()'; END $$;")
            .file("auth/web/2_more.sql", "CREATE TABLE more (id int);");

    var run = project.apply();

    assertThat(run.failure())
        .isInstanceOf(Stopped.class)
        .hasMessageContaining("has released deed's run lock");
    assertThat(auth.query("SELECT to_regclass('more') IS NULL")).containsExactly("t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT pg_advisory_unlock(1684366692, 1);",
        "SELECT pg_advisory_unlock(classid::int, objid::int) FROM pg_locks WHERE locktype = 'advisory';",
        "DO $$ BEGIN EXECUTE 'SELECT pg_advisory_' || 'unlock_all()'; END $$;"
      })
  void keeps_nothing_of_a_transaction_that_lets_go_of_the_lock(String sql, TestDatabase auth) {
    var project = project(auth).file("auth/web/1_loose.sql", "CREATE TABLE loose (id int); " + sql);

    var run = project.apply();

    assertThat(run.failure())
        .isInstanceOf(Stopped.class)
        .hasMessageContaining("has released deed's run lock");
    assertThat(auth.query("SELECT to_regclass('loose') IS NULL")).containsExactly("t");
  }

  /// What calls it is not in the migration.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES (1);",
        "COPY t FROM stdin;\n1\n\\.\n",
        "WITH w AS (INSERT INTO t VALUES (1) RETURNING a) INSERT INTO u SELECT a FROM w;",
        "DELETE FROM u;",
        "CREATE TABLE v AS SELECT * FROM looked;"
      })
  void keeps_nothing_of_what_a_trigger_of_long_ago_lets_go(String sql, TestDatabase auth)
      throws SQLException {
    try (var connection = auth.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE t (a int);
          CREATE TABLE u (a int);
          INSERT INTO u VALUES (1);
          CREATE FUNCTION let_go() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_advisory_unlock_all(); RETURN NULL; END $$;
          CREATE TRIGGER let_go AFTER INSERT ON t FOR EACH STATEMENT EXECUTE FUNCTION let_go();
          CREATE TRIGGER let_go AFTER DELETE ON u FOR EACH STATEMENT EXECUTE FUNCTION let_go();
          CREATE VIEW looked AS SELECT 1 AS a FROM (SELECT pg_advisory_unlock_all()) AS x;
          """);
    }
    var run = project(auth).file("auth/web/1_rows.sql", sql).apply();

    assertThat(run.failure())
        .isInstanceOf(Stopped.class)
        .hasMessageContaining("has released deed's run lock");
    assertThat(auth.query("SELECT count(*) FROM t")).containsExactly("0");
    assertThat(auth.query("SELECT count(*) FROM u")).containsExactly("1");
    assertThat(auth.query("SELECT version FROM deed.migration")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DISCARD ALL;", "SELECT pg_advisory_unlock_all();"})
  void refuses_a_script_that_says_that_it_lets_go_of_the_lock(String sql, TestDatabase auth) {
    var project = project(auth).file("auth/web/1_loose.sql", sql);

    var failure = project.failure();

    assertThat(failure)
        .isInstanceOf(MigrationsRefused.class)
        .hasMessageContaining("1_loose.sql:1:1: ")
        .hasMessageContaining("releases deed's run lock");
    assertThat(failure.advice()).startsWith("remove it: ");
    assertThat(auth.query("SELECT to_regnamespace('deed') IS NULL")).containsExactly("t");
  }

  @Test
  void stops_behind_the_step_under_way(TestDatabase auth) {
    var project =
        project(auth)
            .file("auth/web/1_users.sql", "CREATE TABLE users (id int);")
            .file("auth/web/2_more.sql", "CREATE TABLE more (id int);");
    var planner = new dev.deed.engine.Planner(project.migrations());
    var runner = new Runner[1];
    runner[0] =
        new Runner(
            RunPolicy.DEFAULT,
            event -> {
              if (event instanceof RunEvent.StatementStarted) {
                runner[0].stop();
              }
            });

    List<DatabaseRun> runs =
        runner[0].run(
            project.addresses(),
            (database, history) -> planner.apply(database, history, dev.deed.engine.Wish.ALL));

    assertThat(runs.getFirst().failure()).isInstanceOf(Stopped.class);
    assertThat(auth.query("SELECT version, state FROM deed.migration"))
        .containsExactly("1|applied");
  }

  private Project project(TestDatabase auth) {
    return new Project(folder).on(AUTH, auth);
  }

  @Test
  void waits_for_no_session_that_locks_the_history(TestDatabase auth) throws SQLException {
    var project =
        new Project(folder).on(AUTH, auth).file("auth/web/1_a.sql", "CREATE TABLE a (id int);");
    assertThat(project.apply().failure()).isNull();
    try (var connection = auth.connect();
        var other = connection.createStatement()) {
      other.execute("BEGIN; LOCK TABLE deed.migration");

      var failure = Project.failureOf(project.apply());

      assertThat(failure)
          .isInstanceOf(HistoryFailed.class)
          .hasMessageContaining("another session locks deed's tables")
          .hasMessageContaining("(55P03)");
      assertThat(failure.advice()).contains("deed emergency --env local");
    }
    assertThat(project.apply().failure()).isNull();
  }
}
