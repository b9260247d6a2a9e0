package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class CutConnectionTest {

  private static final String KILL =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'deed'";
  private static final String SCHEMA =
      """
      SELECT 'column', table_name, column_name, data_type FROM information_schema.columns
      WHERE table_schema = 'public'
      UNION ALL SELECT 'index', tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT 'invalid', indexrelid::regclass::text, '', '' FROM pg_index WHERE NOT indisvalid
      ORDER BY 1, 2, 3, 4
      """;

  @TempDir Path folder;

  @Test
  void leaves_nothing_of_a_transaction_whose_server_process_died(TestDatabase auth)
      throws InterruptedException, SQLException {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_users.sql",
                "CREATE TABLE users (id int);\nDO $$ BEGIN PERFORM pg_sleep(20); END $$;");

    var run = killedAt(project, auth, "pg_sleep");

    assertThat(run.failure()).isInstanceOf(MigrationFailed.class);
    assertThat(run.failure())
        .hasMessageContaining(
            "1_users.sql:2:1: terminating connection due to administrator command (57P01)")
        .hasMessageContaining(
            "The connection was lost. Rolled back: nothing of auth/1_users (web) stays.");
    assertThat(auth.query("SELECT to_regclass('users') IS NULL")).containsExactly("t");
    assertThat(auth.query("SELECT version, state FROM deed.migration")).containsExactly("1|failed");

    project.file("auth/web/1_users.sql", "CREATE TABLE users (id int);");
    assertThat(project.apply().failure()).isNull();
  }

  @Test
  void resumes_a_concurrent_index_whose_server_process_died(TestDatabase auth)
      throws InterruptedException, SQLException {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_users.sql",
                "CREATE TABLE users (id int);\nCREATE INDEX CONCURRENTLY users_id ON users (id);\nCREATE TABLE more (id int);");
    auth.execute("CREATE TABLE other (id int)");
    try (var old = auth.connect();
        var statement = old.createStatement()) {
      old.setAutoCommit(false);
      // A snapshot that the index waits for.
      old.setTransactionIsolation(java.sql.Connection.TRANSACTION_REPEATABLE_READ);
      statement.execute("SELECT * FROM other");

      var run = killedAt(project, auth, "CREATE INDEX CONCURRENTLY");

      assertThat(run.failure())
          .hasMessageContaining("1_users.sql:2:1")
          .hasMessageContaining("1 of 3 statements")
          .hasMessageContaining("finds out whether this one was done");
      assertThat(
              auth.query(
                  "SELECT state, cardinality(finished) + further, begun FROM deed.migration"))
          .containsExactly("started|1|t");
      assertThat(auth.query("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
          .containsExactly("1");
      old.rollback();
    }

    assertThat(project.apply().failure()).isNull();

    assertThat(project.events(RunEvent.LeftoverCleared.class)).hasSize(1);
    assertThat(auth.query("SELECT state, begun FROM deed.migration")).containsExactly("applied|f");
    assertThat(auth.query("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
        .containsExactly("0");
  }

  @Test
  void finds_a_concurrent_index_that_was_finished_after_its_run_had_died(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_users.sql",
                "CREATE TABLE users (id int);\nCREATE INDEX CONCURRENTLY users_id ON users (id);\nDROP INDEX CONCURRENTLY users_gone;");
    auth.execute("CREATE TABLE users (id int); CREATE INDEX users_gone ON users (id)");
    project.file(
        "auth/web/1_users.sql",
        "CREATE INDEX CONCURRENTLY users_id ON users (id);\nDROP INDEX CONCURRENTLY users_gone;\nVACUUM nothing;");
    assertThat(project.apply().failure()).hasMessageContaining("VACUUM nothing");
    // As a run leaves it that dies between the statement and its record.
    auth.execute("UPDATE deed.migration SET state = 'started', finished = '{}', begun = true");
    project.file(
        "auth/web/1_users.sql", "CREATE INDEX CONCURRENTLY users_id ON users (id);\nVACUUM users;");

    assertThat(project.apply().failure()).isNull();

    assertThat(project.events(RunEvent.OutcomeFound.class))
        .hasSize(1)
        .allMatch(RunEvent.OutcomeFound::done);
  }

  /// The commit arrives and its answer does not: a deferred trigger cuts the line from behind.
  @Test
  void looks_up_what_became_of_a_commit_whose_answer_is_missing(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_users.sql", "CREATE TABLE users (id int);")
            .file("auth/web/2_more.sql", "CREATE TABLE more (id int);");
    project.with(project.policy());
    try (var proxy = CuttingProxy.before(auth)) {
      var through = new Project(folder).on(AUTH, proxy.url()).with(project.policy());
      proxy.dropAnswerTo("COMMIT", 2);

      var run = through.apply();

      assertThat(run.failure()).isNull();
      assertThat(through.events(RunEvent.OutcomeFound.class))
          .hasSize(1)
          .allMatch(RunEvent.OutcomeFound::done);
    }
    assertThat(auth.query("SELECT version, event FROM deed.event ORDER BY id"))
        .containsExactly("1|applied", "2|applied");
  }

  @Test
  void ends_its_own_session_where_the_server_has_not_noticed_the_cut(TestDatabase auth) {
    try (var proxy = CuttingProxy.before(auth)) {
      var project =
          new Project(folder)
              .on(AUTH, proxy.url())
              .file(
                  "auth/web/1_users.sql",
                  "CREATE TABLE users (id int); CREATE INDEX users_id ON users (id);")
              .file("auth/web/2_more.sql", "CREATE TABLE more (id int);");
      proxy.loseClientAt("CREATE TABLE users", 1);

      var cut = project.apply();

      assertThat(cut.failure())
          .hasMessageContaining("Rolled back: nothing of auth/1_users (web) stays.");
      assertThat(project.events(RunEvent.RunAwaited.class)).hasSizeLessThan(2);
      proxy.loseClientAt("COMMIT", 2);
      assertThat(project.apply().failure()).isNull();
    }
    assertThat(auth.query("SELECT version, event FROM deed.event ORDER BY id"))
        .containsExactly("1|failed", "1|applied", "2|applied");
  }

  @Test
  void ends_as_an_undisturbed_run_does_wherever_its_server_process_dies(
      TestDatabase calm, TestDatabase auth) throws InterruptedException {
    var files = files();
    files.on(AUTH, calm);
    assertThat(files.apply().failure()).isNull();
    var expected = calm.query(SCHEMA);
    var random = new Random(20260129);

    for (var round = 0; round < 12; round++) {
      auth.execute(
          "DROP SCHEMA IF EXISTS deed CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
      var project = files().on(AUTH, auth);
      var killer = killer(auth, random.nextInt(150));
      project.apply();
      killer.join();

      for (var again = 0; again < 2; again++) {
        var run = project.apply();
        assertThat(run.failure()).as("round %d", round).isNull();
      }
      assertThat(auth.query(SCHEMA)).as("round %d", round).isEqualTo(expected);
      assertThat(
              auth.query(
                  "SELECT version FROM deed.event WHERE event = 'applied' ORDER BY version::int"))
          .containsExactlyElementsOf(versions());
    }
  }

  private Project files() {
    var project = new Project(folder);
    for (var i = 0; i < 12; i += 3) {
      project
          .file(
              "auth/web/%d_table.sql".formatted(i + 1),
              "CREATE TABLE t%d (id int, name text);".formatted(i))
          .file(
              "auth/web/%d_index.sql".formatted(i + 2),
              "CREATE INDEX CONCURRENTLY t%1$d_id ON t%1$d (id);".formatted(i))
          .file(
              "auth/web/%d_mixed.sql".formatted(i + 3),
              "ALTER TABLE t%1$d ADD age int;\nCREATE INDEX CONCURRENTLY t%1$d_age ON t%1$d (age);\nDROP INDEX CONCURRENTLY t%1$d_id;\nALTER TABLE t%1$d DROP name;"
                  .formatted(i));
    }
    return project;
  }

  private static List<String> versions() {
    var versions = new ArrayList<String>();
    for (var i = 1; i <= 12; i++) {
      versions.add("" + i);
    }
    return versions;
  }

  private static Thread killer(TestDatabase auth, int delay) {
    return Thread.startVirtualThread(() -> {
      try {
        Thread.sleep(delay);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      auth.query(KILL);
    });
  }

  private static DatabaseRun killedAt(Project project, TestDatabase auth, String query)
      throws InterruptedException, SQLException {
    var killer =
        Thread.startVirtualThread(() -> {
          try (var connection = auth.connect();
              var statement = connection.createStatement()) {
            var killed = false;
            while (!killed) {
              Thread.sleep(50);
              try (var rows =
                  statement.executeQuery(
                      KILL
                          + " AND state = 'active' AND query LIKE '%"
                          + query
                          + "%' AND query_start < clock_timestamp() - interval '200 ms'")) {
                killed = rows.next();
              }
            }
          } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    var run = project.apply();
    killer.join();
    return run;
  }
}
