package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Batches that begin in the message that ends the one before, disturbed at any moment. A trigger
/// counts how often each row is changed.
@ExtendWith(PostgresExtension.class)
@Timeout(120)
class BackfillAheadTest {

  private static final String KILL =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'deed%'";

  private static final String FILL =
      "-- deed: backfill batch=50 target=off\nUPDATE t SET a = id WHERE a IS DISTINCT FROM id;";

  private static final String TIMES = "SELECT n, count(*) FROM t GROUP BY n";
  private static final String STATE = "SELECT state, rows, skipped FROM deed.backfill";

  @TempDir Path folder;

  @Test
  void are_exact_after_the_server_process_was_killed_at_any_moment(TestDatabase auth)
      throws InterruptedException {
    var project = project(auth);
    var random = new Random(7);
    for (var i = 0; i < 25; i++) {
      var isOver = new AtomicBoolean();
      var killer =
          Thread.ofPlatform()
              .start(() -> {
                while (!isOver.get()) {
                  sleep(20 + random.nextInt(150));
                  auth.execute(KILL);
                }
              });
      project.apply();
      isOver.set(true);
      killer.join();
    }

    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query(TIMES)).containsExactly("1|20000");
    assertThat(auth.query(STATE)).containsExactly("proved|20000|{}");
  }

  @Test
  void are_exact_after_they_were_stopped_at_any_moment(TestDatabase auth)
      throws InterruptedException {
    var project = project(auth);
    var random = new Random(8);
    for (var i = 0; i < 25; i++) {
      var runner = new Runner(project.policy(), event -> {});
      var wait = 30 + random.nextInt(150);
      var stopper =
          Thread.ofPlatform()
              .start(() -> {
                sleep(wait);
                runner.stop();
              });
      var planner = new Planner(project.migrations());
      runner.run(
          project.addresses(), (database, history) -> planner.apply(database, history, Wish.ALL));
      stopper.join();
    }

    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query(TIMES)).containsExactly("1|20000");
    assertThat(auth.query(STATE)).containsExactly("proved|20000|{}");
  }

  @Test
  void pass_over_rows_that_another_session_holds_and_come_back_to_them(TestDatabase auth)
      throws SQLException {
    var project = project(auth);
    project.delete("auth/web/2_fill.sql").apply();
    project.file("auth/web/2_fill.sql", FILL);
    try (var other = auth.connect()) {
      other.setAutoCommit(false);
      other
          .createStatement()
          .execute("SELECT FROM t WHERE id IN (1050, 1051, 7777, 19999) FOR UPDATE");

      var run =
          project.apply(event -> {
            if (event instanceof RunEvent.LockAwaited) {
              assertThat(auth.query("SELECT count(*) FROM t WHERE n = 0")).containsExactly("4");
              try {
                other.rollback();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            }
          });

      assertThat(run.failure()).isNull();
    }
    assertThat(auth.query(TIMES)).containsExactly("1|20000");
    assertThat(auth.query(STATE)).containsExactly("proved|20000|{}");
  }

  @Test
  void wait_when_a_person_pauses_them(TestDatabase auth) throws InterruptedException {
    var project = project(auth);
    var hasWaited = new AtomicBoolean();
    var person =
        Thread.ofPlatform()
            .start(() -> {
              while (auth.query("SELECT to_regclass('deed.backfill')").equals(List.of(""))
                  || auth.query("SELECT 1 FROM deed.backfill WHERE batches > 3").isEmpty()) {
                sleep(1);
              }
              auth.execute("UPDATE deed.backfill SET wanted = 'pause'");
            });

    var run =
        project.apply(event -> {
          if (event instanceof RunEvent.BackfillProgress progress
              && progress.waits() != null
              && !hasWaited.getAndSet(true)) {
            var done = auth.query("SELECT count(*) FROM t WHERE n = 1");
            sleep(50);
            assertThat(auth.query("SELECT count(*) FROM t WHERE n = 1")).isEqualTo(done);
            assertThat(done).isNotEqualTo(List.of("20000"));
            auth.execute("UPDATE deed.backfill SET wanted = 'run'");
          }
        });
    person.join();

    assertThat(run.failure()).isNull();
    assertThat(hasWaited).isTrue();
    assertThat(auth.query(TIMES)).containsExactly("1|20000");
  }

  @Test
  void are_committed_up_to_the_one_that_is_refused(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_t.sql",
                "CREATE TABLE t (id int PRIMARY KEY, a int CHECK (a <> 1033)); INSERT INTO t SELECT i FROM generate_series(1, 3000) i;")
            .file(
                "auth/web/2_fill.sql",
                "-- deed: backfill batch=100 target=off\nUPDATE t SET a = id WHERE a IS NULL;");

    assertThat(project.failure()).hasMessageContaining("t_a_check");
    assertThat(auth.query("SELECT count(a) FROM t")).containsExactly("1000");
    assertThat(auth.query("SELECT rows, last FROM deed.backfill")).containsExactly("1000|{1000}");
    auth.execute("ALTER TABLE t DROP CONSTRAINT t_a_check");
    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT state, rows FROM deed.backfill")).containsExactly("proved|3000");
  }

  private static void sleep(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Project project(TestDatabase auth) {
    return new Project(folder)
        .on(AUTH, auth)
        .file(
            "auth/web/1_t.sql",
            """
            CREATE TABLE t (id int PRIMARY KEY, a int, n int NOT NULL DEFAULT 0);
            INSERT INTO t SELECT i FROM generate_series(1, 20000) i;
            CREATE FUNCTION counts() RETURNS trigger LANGUAGE plpgsql AS
              $$BEGIN NEW.n := OLD.n + 1; RETURN NEW; END$$;
            CREATE TRIGGER counts BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION counts();
            """)
        .file("auth/web/2_fill.sql", FILL);
  }
}
