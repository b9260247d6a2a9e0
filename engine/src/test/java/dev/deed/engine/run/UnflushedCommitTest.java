package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.postgres.Await;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.engine.protocol.Command;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a server of its own, which can crash, and which leaves to a crash what did not wait.
class UnflushedCommitTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private static EmbeddedPostgres server;
  private static TestDatabase auth;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setPGStartupWait(Duration.ofMinutes(2))
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("wal_writer_delay", "10s")
            .setServerConfig("wal_writer_flush_after", "1GB")
            .setServerConfig("autovacuum", "off")
            .start();
    auth = new TestDatabase("localhost", server.getPort(), "postgres", "postgres", "");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void empty() {
    auth.execute(
        "DROP SCHEMA IF EXISTS deed CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  }

  @Test
  void reports_only_what_a_crash_of_the_server_leaves_and_applies_the_rest_again() {
    var project = tables(8).with(policy(LONG));
    var commits = new AtomicInteger();
    var events = new ArrayList<RunEvent>();

    var run =
        run(
            project,
            events::add,
            command -> {
              if (command instanceof Command.Commit && commits.incrementAndGet() == 5) {
                crash();
              }
            });

    assertThat(run.failure()).isInstanceOf(MigrationFailed.class);
    var recorded = auth.query("SELECT version FROM deed.migration WHERE state = 'applied'");
    assertThat(recorded).as("the crash has taken something back").hasSizeLessThan(5);
    assertThat(run.done()).hasSameSizeAs(recorded);
    assertThat(events).filteredOn(RunEvent.MoveDone.class::isInstance).hasSameSizeAs(recorded);
    assertThat(events)
        .filteredOn(event -> event instanceof RunEvent.OutcomeFound it && !it.done())
        .hasSize(5 - recorded.size() + 1);
    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT count(*) FROM pg_tables WHERE tablename ~ '^t[0-9]'"))
        .containsExactly("8");
    assertThat(auth.query("SELECT count(*) FROM deed.migration WHERE state = 'applied'"))
        .containsExactly("8");
  }

  @Test
  void loses_nothing_of_what_it_has_reported_before_a_failure() {
    var project =
        tables(4).with(policy(LONG)).file("auth/web/5_t.sql", "CREATE TABLE t4 (id int);");

    var run = project.apply();
    crash();

    assertThat(run.failure()).hasMessageContaining("already exists");
    assertThat(run.done()).hasSize(4);
    assertThat(auth.query("SELECT version, state FROM deed.migration ORDER BY 1"))
        .containsExactly("1|applied", "2|applied", "3|applied", "4|applied", "5|failed");
  }

  @Test
  void reports_what_is_committed_while_the_next_one_waits() throws Exception {
    var project =
        tables(2)
            .with(policy(LONG).withLocks(Duration.ofMinutes(2), 1, Duration.ofMinutes(2)))
            .file("auth/web/3_t.sql", "ALTER TABLE busy ADD name text;")
            .file("auth/web/4_t.sql", "CREATE TABLE t4 (id int);");
    auth.execute("CREATE TABLE busy (id int)");
    try (var other = auth.connect();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT * FROM busy");
      var told = new ArrayList<String>();

      var run =
          run(
              project,
              event -> {
                told.add(event.getClass().getSimpleName());
                if (event instanceof RunEvent.LockAwaited) {
                  release(other);
                }
              },
              _ -> {});

      assertThat(run.failure()).isNull();
      assertThat(told.subList(0, told.indexOf("LockAwaited")))
          .filteredOn("MoveDone"::equals)
          .hasSize(2);
    }
  }

  @Test
  void lets_definitions_commit_without_waiting_and_nothing_else() {
    auth.execute("CREATE TABLE t (id int, n int)");
    auth.execute(
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN NOTIFY x; RETURN 1; END'");
    assertThat(leaves("CREATE TABLE a (id serial PRIMARY KEY, at timestamptz DEFAULT now());"))
        .isTrue();
    assertThat(leaves("ALTER TABLE t ADD b int; COMMENT ON TABLE t IS 'x'; DROP VIEW IF EXISTS v;"))
        .isTrue();
    assertThat(leaves("SET search_path = public; CREATE INDEX ON t (n);")).isTrue();
    for (var sql :
        List.of(
            "NOTIFY x;",
            "INSERT INTO t VALUES (1);",
            "SELECT f();",
            "ALTER TABLE t ADD c int DEFAULT f();",
            "DO 'BEGIN END';",
            "CREATE TABLE d AS SELECT 1 AS n;",
            "SELECT nextval('s');",
            "SET synchronous_commit = on; CREATE TABLE e (id int);",
            "ALTER SEQUENCE s RESTART;",
            "CREATE EXTENSION IF NOT EXISTS plpgsql;",
            "CREATE INDEX CONCURRENTLY i ON t (id);")) {
      auth.execute("CREATE SEQUENCE IF NOT EXISTS s");
      assertThat(leaves(sql)).as(sql).isFalse();
    }
  }

  @Test
  void waits_where_the_next_one_may_take_long_or_the_policy_says_so() {
    var project = tables(2).with(policy(LONG)).file("auth/web/4_t.sql", "CREATE TABLE t4 ();");
    assertThat(commits(project)).containsExactly(true, true, false);
    empty();
    project.file("auth/web/3_t.sql", "INSERT INTO t1 VALUES (1);");
    assertThat(commits(project)).containsExactly(true, false, false, false);
    empty();
    assertThat(commits(project.with(policy(Duration.ZERO))))
        .containsExactly(false, false, false, false);
  }

  @Test
  void waits_where_event_triggers_run_code_for_definitions() {
    var texts = new ArrayList<String>();
    run(
        tables(2).with(policy(LONG)),
        _ -> {},
        command -> {
          if (command instanceof Command.Unflushed it) {
            texts.add(it.sql());
          }
        });
    auth.execute(
        "CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NOTIFY x; END'");
    auth.execute("CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION e()");
    try {
      assertThat(setting(texts.getFirst())).isEqualTo("on");
      auth.execute("ALTER EVENT TRIGGER e DISABLE");
      assertThat(setting(texts.getFirst())).isEqualTo("off");
    } finally {
      auth.execute("DROP EVENT TRIGGER e");
    }
  }

  private static String setting(String command) {
    return auth.query(
            "WITH said AS MATERIALIZED (%s) SELECT coalesce((SELECT set_config FROM said), 'on')"
                .formatted(command))
        .getFirst();
  }

  /// Whether it commits without waiting, where a definition comes after it.
  private boolean leaves(String sql) {
    var files = folder.resolve("case" + Math.abs(sql.hashCode()));
    var project =
        new Project(files)
            .on(AUTH, auth)
            .with(policy(LONG))
            .file("auth/web/1_case.sql", sql)
            .file("auth/web/2_t.sql", "CREATE TABLE IF NOT EXISTS after_it (id int);");
    auth.execute("DROP SCHEMA IF EXISTS deed CASCADE");
    return commits(project).getFirst();
  }

  /// For each commit that records a migration, whether it did not wait.
  private static List<Boolean> commits(Project project) {
    var waits = new ArrayList<Boolean>();
    var last = new Command[1];
    var run =
        run(
            project,
            _ -> {},
            command -> {
              if (command instanceof Command.Commit) {
                waits.add(last[0] instanceof Command.Unflushed);
              }
              last[0] = command;
            });
    assertThat(run.failure()).isNull();
    return waits;
  }

  private Project tables(int count) {
    var project = new Project(folder).on(AUTH, auth);
    for (var i = 1; i <= count; i++) {
      project.file("auth/web/%d_t.sql".formatted(i), "CREATE TABLE t%d (id int);".formatted(i));
    }
    return project;
  }

  private static RunPolicy policy(Duration disk) {
    return RunPolicy.DEFAULT.withConnectWait(Duration.ofMinutes(2)).withDiskWait(disk);
  }

  private static DatabaseRun run(
      Project project, Consumer<RunEvent> listener, Consumer<Command> sent) {
    var planner = new Planner(project.migrations());
    return new Runner(project.policy(), listener, sent)
        .run(project.addresses(), (database, history) -> planner.apply(database, history, Wish.ALL))
        .getFirst();
  }

  private static void release(java.sql.Connection connection) {
    try {
      connection.rollback();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As `pg_ctl stop -m immediate` does and a new start: what was in the server's memory is lost.
  private static void crash() {
    var pid = auth.query("SELECT pid FROM pg_stat_activity WHERE backend_type = 'walwriter'");
    // Until the server has noticed, it goes on as before.
    try (var connection = auth.connect()) {
      assertThat(
              ProcessHandle.of(Long.parseLong(pid.getFirst())).map(ProcessHandle::destroyForcibly))
          .hasValue(true);
      Await.until("the crash", () -> !connection.isValid(60));
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
    Await.until("the server", UnflushedCommitTest::isUp);
  }

  private static boolean isUp() {
    try (var connection = auth.connect()) {
      return connection.isValid(60);
    } catch (java.sql.SQLException e) {
      return false;
    }
  }
}
