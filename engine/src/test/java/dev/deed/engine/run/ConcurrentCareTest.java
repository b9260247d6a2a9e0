package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.Await;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Statements outside of transactions whose session is ended while they wait for others.
@ExtendWith(PostgresExtension.class)
@Timeout(90)
class ConcurrentCareTest {

  private static final String SETUP =
      """
      CREATE TABLE users (id int, name text);
      CREATE INDEX by_id ON users (id);
      CREATE TABLE days (day int) PARTITION BY RANGE (day);
      CREATE TABLE days_1 PARTITION OF days FOR VALUES FROM (1) TO (2);
      CREATE TYPE mood AS ENUM ('good');
      """;

  @TempDir Path folder;

  /// A writer of the table that has not ended keeps each of these waiting in its middle.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE INDEX CONCURRENTLY by_name ON users (name)                      | INSERT INTO users VALUES (1) | to_regclass('by_name') IS NOT NULL
          CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS by_name ON users (name) | INSERT INTO users VALUES (1) | to_regclass('by_name') IS NOT NULL
          REINDEX INDEX CONCURRENTLY by_id                                       | INSERT INTO users VALUES (1) | to_regclass('by_id') IS NOT NULL
          REINDEX TABLE CONCURRENTLY users                                       | INSERT INTO users VALUES (1) | to_regclass('by_id') IS NOT NULL
          REINDEX (CONCURRENTLY) TABLE users                                     | INSERT INTO users VALUES (1) | to_regclass('by_id') IS NOT NULL
          DROP INDEX CONCURRENTLY by_id                                          | INSERT INTO users VALUES (1) | to_regclass('by_id') IS NULL
          ALTER TABLE days DETACH PARTITION days_1 CONCURRENTLY                  | INSERT INTO days VALUES (1)  | (SELECT count(*) FROM pg_inherits WHERE inhrelid = 'days_1'::regclass) = 0
          VACUUM FULL users                                                      | INSERT INTO users VALUES (1) | true
          """)
  void is_finished_by_the_next_run(String sql, String writing, String done, TestDatabase auth)
      throws SQLException, InterruptedException {
    auth.execute(SETUP);
    var project = new Project(folder).on(AUTH, auth);
    project.file("auth/web/1_alone.sql", sql + ";\nCREATE TABLE more (id int);");
    try (var writer = writing(auth, writing)) {
      var killer = killWhenItWaits(auth, sql);
      var failure = project.failure();
      killer.join();

      assertThat(failure).as(failure.getMessage()).isInstanceOf(MigrationFailed.class);
      assertThat(auth.query("SELECT state, cardinality(finished) + further FROM deed.migration"))
          .containsExactly("started|0");
      writer.createStatement().execute("ROLLBACK");
    }

    var again = project.apply();

    assertThat(again.failure()).isNull();
    assertThat(auth.query("SELECT state FROM deed.migration")).containsExactly("applied");
    assertThat(auth.query("SELECT " + done)).containsExactly("t");
    assertThat(auth.query("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
        .containsExactly("0");
    assertThat(auth.query("SELECT count(*) FROM pg_class WHERE relname ~ '_cc(new|old)'"))
        .containsExactly("0");
    assertThat(auth.query("SELECT count(*) FROM pg_inherits WHERE inhdetachpending"))
        .containsExactly("0");
  }

  @Test
  void is_not_done_twice_where_it_was_done_and_nobody_heard_of_it(TestDatabase auth) {
    auth.execute(SETUP);
    var project = new Project(folder).on(AUTH, auth);
    project.file("auth/web/1_a.sql", "CREATE INDEX CONCURRENTLY by_name ON users (name);");
    project.file("auth/web/2_b.sql", "DROP INDEX CONCURRENTLY by_id;");
    project.file("auth/web/3_c.sql", "ALTER TABLE days DETACH PARTITION days_1 CONCURRENTLY;");
    assertThat(project.apply().failure()).isNull();
    auth.execute("UPDATE deed.migration SET state = 'started', begun = true");

    var again = project.apply();

    assertThat(again.failure()).isNull();
    assertThat(project.events(RunEvent.OutcomeFound.class)).hasSize(3);
    assertThat(auth.query("SELECT DISTINCT state FROM deed.migration")).containsExactly("applied");
  }

  @Test
  void is_not_taken_for_done_where_the_index_of_another_table_has_the_name(TestDatabase auth) {
    auth.execute(SETUP);
    var project = new Project(folder).on(AUTH, auth);
    project.file("auth/web/1_a.sql", "CREATE INDEX CONCURRENTLY by_name ON users (name);");
    assertThat(project.apply().failure()).isNull();
    auth.execute("UPDATE deed.migration SET state = 'started', finished = '{}', begun = true");
    auth.execute("DROP INDEX by_name; CREATE INDEX by_name ON days (day)");

    var failure = project.failure();

    assertThat(failure).hasMessageContaining("relation \"by_name\" already exists");
    assertThat(auth.query("SELECT state FROM deed.migration")).containsExactly("failed");
  }

  @Test
  void tells_who_makes_an_index_wait_and_how_far_it_is(TestDatabase auth)
      throws SQLException, InterruptedException {
    auth.execute(SETUP);
    var project = new Project(folder).on(AUTH, auth);
    project.file("auth/web/1_a.sql", "CREATE INDEX CONCURRENTLY by_name ON users (name);");
    try (var old = writing(auth, "SET application_name = 'old one'")) {
      old.createStatement().execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1 FROM days");
      auth.await(
          "SELECT clock_timestamp() - xact_start > interval '1 s' FROM pg_stat_activity WHERE application_name = 'old one'",
          "t");
      var thread =
          Thread.startVirtualThread(() -> {
            Await.until(
                "a look at the build", () -> phases(project).contains("waiting for old snapshots"));
            rollback(old);
          });

      assertThat(project.apply().failure()).isNull();
      thread.join();
    }

    var found = project.events(RunEvent.OldSnapshotsFound.class);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().holders().getFirst().words())
        .contains(auth.user())
        .containsPattern("old one, idle in transaction for \\d+ m?s");
  }

  @Test
  void gives_up_a_build_that_takes_too_long_and_leaves_no_index(TestDatabase auth)
      throws SQLException {
    auth.execute(SETUP);
    var project = new Project(folder).on(AUTH, auth);
    project.with(RunPolicy.DEFAULT.withConcurrentTimeout(Duration.ofSeconds(1)));
    project.file("auth/web/1_a.sql", "CREATE INDEX CONCURRENTLY by_name ON users (name);");
    try (var old = writing(auth, "SELECT 1")) {
      old.createStatement().execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1 FROM days");

      assertThat(project.failure())
          .hasMessageContaining("canceling statement due to statement timeout");
    }

    assertThat(auth.query("SELECT to_regclass('by_name') IS NULL")).containsExactly("t");
  }

  @Test
  void adds_a_value_of_a_type_once(TestDatabase auth) {
    auth.execute(SETUP);
    var project = new Project(folder).on(AUTH, auth);
    project.file(
        "auth/web/1_a.sql", "ALTER TYPE mood ADD VALUE 'bad';\nCREATE TABLE more (mood mood);");
    project.file("auth/web/2_b.sql", "INSERT INTO more VALUES ('bad');");

    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT mood FROM more")).containsExactly("bad");
  }

  @Test
  void says_that_a_new_value_is_usable_in_the_next_migration(TestDatabase auth) {
    auth.execute(SETUP);
    var project = new Project(folder).on(AUTH, auth);
    project.file("auth/web/1_a.sql", "ALTER TYPE mood ADD VALUE 'bad';\nSELECT 'bad'::mood;");

    assertThat(project.failure().advice())
        .contains("use the new value in a later migration of its own");
  }

  private static Connection writing(TestDatabase auth, String sql) throws SQLException {
    var connection = auth.connect();
    try (var statement = connection.createStatement()) {
      statement.execute("BEGIN");
      statement.execute(sql);
      if (sql.startsWith("SE")) {
        statement.execute("COMMIT");
      }
    }
    return connection;
  }

  private static Thread killWhenItWaits(TestDatabase auth, String sql) {
    return Thread.startVirtualThread(() -> {
      var pid = awaitWaiting(auth, sql);
      auth.query("SELECT pg_terminate_backend(%s)".formatted(pid));
    });
  }

  private static String awaitWaiting(TestDatabase auth, String sql) {
    var query =
        "SELECT pid FROM pg_stat_activity WHERE starts_with(query, '%s') AND wait_event_type = 'Lock'"
            .formatted(sql);
    return Await.until(query, () -> auth.query(query), found -> !found.isEmpty()).getFirst();
  }

  private static List<String> phases(Project project) {
    return project.events(RunEvent.IndexProgress.class).stream()
        .map(RunEvent.IndexProgress::phase)
        .toList();
  }

  private static void rollback(Connection connection) {
    try (var statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
