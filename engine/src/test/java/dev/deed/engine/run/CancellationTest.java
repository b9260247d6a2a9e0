package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static dev.deed.engine.run.Project.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.connect.ConnectionSlots;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.UserException.Outcome;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A run is asked to end at the worst of moments. A run that ignored the request would last longer
/// than a test may.
@ExtendWith(PostgresExtension.class)
@Timeout(240)
class CancellationTest {

  private static final String STATES =
      "SELECT version, state, begun, cardinality(finished) + further FROM deed.migration ORDER BY version";
  private static final String EVENTS = "SELECT version, event FROM deed.event ORDER BY id";

  @TempDir Path folder;
  private final List<RunEvent> events = new ArrayList<>();

  @Test
  void cancels_what_takes_longer_than_the_grace_and_rolls_it_back(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_users.sql", "CREATE TABLE users (id int);")
            .file("auth/web/2_slow.sql", "CREATE TABLE more (id int);\nSELECT pg_sleep(600);")
            .file("auth/web/3_last.sql", "CREATE TABLE last (id int);");

    var run = stoppedAt(project, Duration.ofMillis(300), 1, isStatement("2", 1));

    assertThat(run.failure())
        .isInstanceOf(Stopped.class)
        .hasMessageContaining("stopped during auth/2_slow (web)")
        .hasMessageContaining("Rolled back: nothing of auth/2_slow (web) stays.");
    assertThat(Project.failureOf(run).outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(run.done()).hasSize(1);
    assertThat(run.notDone()).hasSize(2);
    assertThat(auth.query("SELECT to_regclass('more') IS NULL")).containsExactly("t");
    assertThat(auth.query(STATES)).containsExactly("1|applied|f|0");
    assertThat(auth.query(EVENTS)).containsExactly("1|applied", "2|stopped");
    project.file("auth/web/2_slow.sql", "CREATE TABLE more (id int);");
    assertThat(project.apply().done()).hasSize(2);
  }

  @Test
  void finishes_the_transaction_that_ends_within_the_grace(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_slow.sql", "SELECT pg_sleep(0.3);\nCREATE TABLE more (id int);")
            .file("auth/web/2_last.sql", "CREATE TABLE last (id int);");

    var run = stoppedAt(project, Duration.ofSeconds(30), 1, isStatement("1", 0));

    assertThat(run.failure()).hasMessageContaining("stopped before auth/2_last (web)");
    assertThat(auth.query(STATES)).containsExactly("1|applied|f|0");
  }

  @Test
  void waits_no_longer_when_asked_a_second_time(TestDatabase auth) {
    var project =
        new Project(folder).on(AUTH, auth).file("auth/web/1_slow.sql", "SELECT pg_sleep(600);");

    var run = stoppedAt(project, Duration.ofMinutes(10), 2, isStatement("1", 0));

    assertThat(run.failure()).hasMessageContaining("stopped during auth/1_slow (web)");
    assertThat(events).filteredOn(RunEvent.StopAsked.class::isInstance).hasSize(2);
  }

  @Test
  void leaves_no_invalid_index_of_a_build_that_it_cancels(TestDatabase auth) throws SQLException {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_users.sql", "CREATE TABLE users (id int, name text);")
            .file(
                "auth/web/2_indexes.sql",
                "CREATE INDEX CONCURRENTLY by_id ON users (id);\nCREATE INDEX CONCURRENTLY by_name ON users (name);");
    DatabaseRun run;
    try (var connection = auth.connect();
        var idle = connection.createStatement()) {
      run =
          stoppedAt(
              project,
              Duration.ofMillis(500),
              1,
              event -> {
                if (isStatement("2", 1).test(event)) {
                  hold(idle);
                  return true;
                }
                return false;
              });
      idle.execute("ROLLBACK");
    }

    assertThat(run.failure())
        .hasMessageContaining("Applied: 1 of 2 statements of auth/2_indexes (web); this stays");
    assertThat(auth.query(STATES)).containsExactly("1|applied|f|0", "2|started|f|1");
    assertThat(project.apply().failure()).isNull();
    assertThat(
            auth.query(
                "SELECT count(*), bool_and(indisvalid) FROM pg_index i JOIN pg_class c ON c.oid = indexrelid WHERE relname LIKE 'by_%'"))
        .containsExactly("2|t");
  }

  @Test
  void stops_waiting_for_a_lock(TestDatabase auth) throws SQLException {
    auth.execute("CREATE TABLE users (id int)");
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .with(RunPolicy.DEFAULT.withLocks(Duration.ofMillis(100), 1000, Duration.ofMinutes(10)))
            .file("auth/web/1_users.sql", "ALTER TABLE users ADD name text;");
    DatabaseRun run;
    try (var connection = auth.connect();
        var idle = connection.createStatement()) {
      hold(idle);

      run = stoppedAt(project, Duration.ofMinutes(10), 1, RunEvent.Retried.class::isInstance);

      idle.execute("ROLLBACK");
    }
    assertThat(run.failure()).hasMessageContaining("stopped during auth/1_users (web)");
  }

  @Test
  void stops_waiting_for_another_run(TestDatabase auth) throws SQLException {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .with(RunPolicy.DEFAULT.withRunWait(Duration.ofMinutes(10)))
            .file("auth/web/1_users.sql", "CREATE TABLE users (id int);");
    DatabaseRun run;
    try (var connection = auth.connect();
        var other = connection.createStatement()) {
      other.execute("SELECT pg_advisory_lock(%d, 1)".formatted(0x64656564));

      run = stoppedAt(project, Duration.ofMinutes(10), 1, RunEvent.RunAwaited.class::isInstance);
    }

    assertThat(run.failure())
        .hasMessageContaining(
            "stopped while waiting for the end of another run; nothing was changed");
  }

  @Test
  void stops_waiting_for_another_database(TestDatabase auth, TestDatabase main) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .on(MAIN, main)
            .file("auth/web/1_slow.sql", "SELECT pg_sleep(600);")
            .file("main/api/2_more.sql", "-- deed: requires auth/1\nCREATE TABLE more (id int);");

    var runs =
        runStoppedAt(
            project, Duration.ofMillis(200), 1, RunEvent.RequirementAwaited.class::isInstance);

    assertThat(runs).allSatisfy(run -> assertThat(run.failure()).isInstanceOf(Stopped.class));
    assertThat(runs.getLast().failure()).hasMessageContaining("stopped before main/2_more (api)");
    assertThat(main.query("SELECT to_regclass('more') IS NULL")).containsExactly("t");
  }

  @Test
  void ends_where_nothing_answers_any_more(TestDatabase auth) throws SQLException {
    try (var line = CuttingProxy.before(auth)) {
      var project =
          new Project(folder)
              .on(AUTH, line.url())
              .file("auth/web/1_users.sql", "CREATE TABLE users (id int);")
              .file("auth/web/2_slow.sql", "SELECT pg_sleep(600);")
              .file("auth/web/3_last.sql", "CREATE TABLE last (id int);");

      var run =
          stoppedAt(
              project,
              Duration.ofMillis(200),
              1,
              event -> {
                if (isStatement("2", 0).test(event)) {
                  Thread.startVirtualThread(() -> stickOnceWatched(line, auth));
                }
                return event instanceof RunEvent.AnswerAwaited;
              });

      assertThat(events)
          .filteredOn(RunEvent.AnswerAwaited.class::isInstance)
          .singleElement()
          .asString()
          .contains("localhost:");
      assertThat(run.failure())
          .isInstanceOf(ConnectionLost.class)
          .hasMessageContaining("stopped during auth/2_slow (web)")
          .hasMessageContaining("whether it is done is not known");
      assertThat(run.notDone()).extracting(run::isUnknown).containsExactly(true, false);
    } finally {
      auth.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid() AND datname = current_database()");
    }
    var project = new Project(folder).on(AUTH, auth);
    project.file("auth/web/2_slow.sql", "SELECT 1;");
    assertThat(project.apply().done()).hasSize(2);
  }

  private static void stickOnceWatched(CuttingProxy line, TestDatabase auth) {
    auth.await(
        "SELECT count(*) > 1 FROM pg_stat_activity WHERE application_name = 'deed' AND datname = current_database()",
        "t");
    line.stick();
  }

  private DatabaseRun stoppedAt(
      Project project, Duration grace, int times, Predicate<RunEvent> moment) {
    return runStoppedAt(project, grace, times, moment).getFirst();
  }

  private List<DatabaseRun> runStoppedAt(
      Project project, Duration grace, int times, Predicate<RunEvent> moment) {
    var planner = new Planner(project.migrations());
    var runner = new Runner[1];
    runner[0] =
        new Runner(
            project.policy(),
            event -> {
              events.add(event);
              if (moment.test(event)) {
                for (var i = 0; i < times; i++) {
                  runner[0].stop();
                }
              }
            },
            grace,
            new ConnectionSlots(ConnectionSlots.ENOUGH));
    return runner[0].run(
        project.addresses(), (database, history) -> planner.apply(database, history, Wish.ALL));
  }

  private static Predicate<RunEvent> isStatement(String version, int position) {
    return event ->
        event instanceof RunEvent.StatementStarted started
            && started.position() == position
            && started.move().name().version().text().equals(version);
  }

  private static void hold(java.sql.Statement idle) {
    try {
      idle.execute("BEGIN; LOCK TABLE users IN SHARE MODE");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
