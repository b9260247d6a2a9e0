package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.Goal;
import dev.deed.engine.Planner;
import dev.deed.engine.RollbackWish;
import dev.deed.engine.Wish;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Rollbacks that do not come to their end, of downs that are no single transaction.
@ExtendWith(PostgresExtension.class)
@Timeout(120)
class WayBackTest {

  private static final String END_SESSIONS =
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'deed'
      """;

  private static final String STATES =
      "SELECT version, state, begun, cardinality(finished) + further, position FROM deed.migration ORDER BY version";
  private static final String INVALID = "SELECT count(*) FROM pg_index WHERE NOT indisvalid";
  private static final String TWO_INDEXES =
      """
      CREATE TABLE users (id int, name text);
      CREATE INDEX by_id ON users (id);
      CREATE INDEX by_name ON users (name);
      -- DOWN Migration
      DROP INDEX CONCURRENTLY by_id;
      DROP INDEX CONCURRENTLY by_name;
      DROP TABLE users;
      """;

  @TempDir Path folder;

  @Test
  void leaves_a_stamped_one_stamped_where_nothing_of_its_down_could_be_done(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_users.sql", TWO_INDEXES)
            .file("auth/web/2_more.sql", "CREATE TABLE more (id int);");
    stamp(project);
    var who = "SELECT who, took FROM deed.migration ORDER BY version";
    var before = auth.query(who);

    var run = project.rollback("base");
    assertThat(run.failure()).hasMessageContaining("2_more (web) was applied without a down");
    auth.execute(
        "UPDATE deed.migration SET down = 'DROP TABLE more', alone = NULL, kept_checksum = NULL WHERE version = '2'");
    auth.execute("CREATE TABLE more (id int)");
    run = project.rollback("base");

    assertThat(run.failure()).hasMessageContaining("\"by_id\" does not exist (42704)");
    assertThat(auth.query(STATES)).first().isEqualTo("1|stamped|f|0|1");
    assertThat(auth.query(who)).first().isEqualTo(before.getFirst());
    assertThat(auth.query("SELECT event FROM deed.event WHERE version = '1' ORDER BY id"))
        .containsExactly("stamped", "reverting", "rollback failed");
  }

  /// PostgreSQL truncates the name in the down as it did in the up. Its down refuses rows of today:
  /// the file is right.
  @Test
  void advises_to_follow_the_hint_of_a_script(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_t.sql",
                """
                CREATE TABLE t (id int);
                -- DOWN Migration
                DO $$ BEGIN RAISE EXCEPTION 'there are rows' USING HINT = 'delete the rows'; END $$;
                DROP TABLE t;
                """);
    assertThat(project.apply().failure()).isNull();

    assertThat(Project.failureOf(project.rollback("base")).advice())
        .startsWith("do what the hint says and run the same command again; or correct ");
  }

  @Test
  void undoes_by_a_down_that_is_only_warned_of(TestDatabase auth) {
    var name = "t".repeat(70);
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_long.sql",
                "CREATE TABLE %1$s (id int);\n-- DOWN Migration\nDROP TABLE %1$s;".formatted(name));
    project.apply();

    assertThat(project.rollback("-1").failure()).isNull();

    assertThat(auth.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .containsExactly("0");
  }

  @Test
  void does_not_pass_over_a_statement_that_was_refused(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_users.sql", TWO_INDEXES.replace("Y by_name", "Y by_nobody"));
    project.apply();

    for (var i = 0; i < 2; i++) {
      assertThat(project.rollback("-1").failure())
          .hasMessageContaining("\"by_nobody\" does not exist")
          .hasMessageContaining("Undone: 1 of 3 statements of auth/1_users (web); this stays");
      assertThat(auth.query(STATES)).containsExactly("1|reverting|f|1|1");
    }
    project.file("auth/web/1_users.sql", TWO_INDEXES);
    assertThat(project.rollback("-1").failure()).hasMessageContaining("by_nobody");
    assertThat(byFiles(project).failure()).isNull();
    assertThat(auth.query("SELECT down LIKE '%by_name%' FROM deed.migration")).containsExactly("t");
    assertThat(auth.query("SELECT to_regclass('users') IS NULL")).containsExactly("t");
  }

  @Test
  void finishes_the_drop_of_an_index_that_was_broken_off(TestDatabase auth) throws SQLException {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .with(RunPolicy.DEFAULT.withConcurrentTimeout(Duration.ofSeconds(2)))
            .file("auth/web/1_users.sql", TWO_INDEXES);
    project.apply();
    try (var connection = auth.connect();
        var reader = connection.createStatement()) {
      reader.execute("BEGIN; SELECT * FROM users");

      assertThat(project.rollback("-1").failure())
          .hasMessageContaining("statement timeout")
          .hasMessageContaining("left something invalid; the next run finishes it");

      reader.execute("ROLLBACK");
    }
    assertThat(auth.query(INVALID)).containsExactly("1");
    assertThat(auth.query(STATES)).containsExactly("1|reverting|t|0|1");
    assertThat(project.failure()).hasMessageContaining("is half rolled back");
    project.with(RunPolicy.DEFAULT);
    assertThat(project.rollback("-1").failure()).isNull();
    assertThat(auth.query(STATES)).containsExactly("1|reverted|f|0|2");
    assertThat(auth.query(INVALID)).containsExactly("0");
  }

  @Test
  void is_as_before_where_it_was_stopped_before_the_first_statement_was_done(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_users.sql",
                "-- deed: transaction none\nCREATE TABLE users (id int);\n-- DOWN Migration\n"
                    + "SELECT pg_sleep(30);\nDROP TABLE users;");
    project.apply();
    var runner = new Runner[1];
    runner[0] =
        new Runner(
            project.policy(),
            event -> {
              if (event instanceof RunEvent.StatementStarted) {
                runner[0].stop();
                runner[0].stop();
              }
            });

    assertThat(project.rollback("-1", runner[0]).failure()).isInstanceOf(Stopped.class);

    assertThat(auth.query(STATES)).containsExactly("1|applied|f|0|1");
    assertThat(project.apply().failure()).isNull();
  }

  @Test
  void comes_to_its_end_however_often_its_session_is_ended(TestDatabase auth) {
    var project = new Project(folder).on(AUTH, auth);
    for (var i = 1; i <= 6; i++) {
      project.file(
          "auth/web/%d_t.sql".formatted(i), TWO_INDEXES.replaceAll("(users|by_\\w+)", "$1" + i));
    }
    project.apply();
    var random = new Random(7);

    var rounds = 0;
    while (rounds < 40) {
      rounds++;
      var statement = new AtomicInteger(random.nextInt(8));
      var delay = random.nextInt(10);
      var killers = new ArrayList<Thread>();
      // The first one in the middle for certain, however fast the machine is. The others by the
      // number of a statement: by the clock, a slow machine would never get beyond the first.
      var isFirst = rounds == 1;
      var run =
          project.rollback(
              "base",
              event -> {
                if (event instanceof RunEvent.StatementStarted
                    && statement.getAndDecrement() == 0) {
                  if (isFirst) {
                    kill(auth, 0);
                  } else {
                    killers.add(Thread.startVirtualThread(() -> kill(auth, delay)));
                  }
                }
              });
      killers.forEach(WayBackTest::join);
      if (run.failure() == null) {
        break;
      }
    }

    assertThat(rounds).isBetween(2, 39);
    assertThat(auth.query("SELECT DISTINCT state FROM deed.migration")).containsExactly("reverted");
    assertThat(auth.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .containsExactly("0");
  }

  private static DatabaseRun byFiles(Project project) {
    var planner = new Planner(project.migrations());
    return project
        .runner()
        .run(
            project.addresses(),
            (database, history) ->
                planner.rollback(
                    database, history, new RollbackWish(Goal.BASE, List.of(), true), Map.of()))
        .getFirst();
  }

  private static void stamp(Project project) {
    var planner = new Planner(project.migrations());
    var run =
        project
            .runner()
            .run(
                project.addresses(),
                (database, history) -> planner.stamp(database, history, Wish.ALL))
            .getFirst();
    assertThat(run.failure()).isNull();
  }

  private static void kill(TestDatabase auth, int delay) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    auth.query(END_SESSIONS);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
