package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static dev.deed.engine.run.Project.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.connect.ConnectionSlots;
import dev.deed.engine.postgres.Await;
import dev.deed.engine.postgres.Hold;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// More databases than may be worked on at once.
@ExtendWith(PostgresExtension.class)
@Timeout(60)
class ConnectionSlotsTest {

  @TempDir Path folder;
  private final List<RunEvent> events = new CopyOnWriteArrayList<>();

  @Test
  void works_on_as_many_as_there_are_places(TestDatabase auth, TestDatabase main) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .on(MAIN, main)
            .file("auth/web/1_a.sql", "SELECT pg_sleep(0.3);")
            .file("main/web/2_b.sql", "SELECT pg_sleep(0.3);");

    assertThat(runOneAtATime(project)).allSatisfy(run -> assertThat(run.failure()).isNull());

    assertThat(events.stream().map(e -> e.target().database()).toList())
        .isEqualTo(events.stream().map(e -> e.target().database()).sorted(first()).toList());
  }

  @Test
  void lets_a_database_go_ahead_that_another_waits_for(TestDatabase auth, TestDatabase main) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .on(MAIN, main)
            .file("auth/web/2_a.sql", "-- deed: requires main/1\nSELECT 1;")
            .file("main/web/1_b.sql", "-- deed: requires auth/0\nSELECT 1;")
            .file("auth/web/0_c.sql", "SELECT 1;");

    assertThat(runOneAtATime(project)).allSatisfy(run -> assertThat(run.failure()).isNull());
  }

  @Test
  void keeps_no_session_while_it_waits_for_another_database(TestDatabase auth, TestDatabase main)
      throws InterruptedException, SQLException {
    try (var hold = Hold.in(auth)) {
      var project =
          new Project(folder)
              .on(AUTH, auth)
              .on(MAIN, main)
              .file("auth/web/2_slow.sql", hold.sql())
              .file("main/web/1_a.sql", "CREATE TABLE a (id int);")
              .file("main/web/3_b.sql", "-- deed: requires auth/2\nCREATE TABLE b (id int);");
      var releasing =
          Thread.startVirtualThread(() -> {
            Await.until(
                "main to wait", () -> !project.events(RunEvent.RequirementAwaited.class).isEmpty());
            auth.await(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = '%s'".formatted(main.name()),
                "0");
            hold.release();
          });

      var runs = project.applyAll();
      releasing.join();

      assertThat(runs).allSatisfy(run -> assertThat(run.failure()).isNull());
      assertThat(runs.getLast().done()).hasSize(2);
      assertThat(runs.getLast().notDone()).isEmpty();
      assertThat(project.events(RunEvent.RequirementAwaited.class)).hasSize(1);
      assertThat(project.events(RunEvent.RunStarted.class)).hasSize(2);
    }
    assertThat(main.query("SELECT version, state FROM deed.migration ORDER BY 1"))
        .containsExactly("1|applied", "3|applied");
  }

  /// Whichever came first stays first.
  private java.util.Comparator<dev.deed.sql.DatabaseName> first() {
    var leading = events.getFirst().target().database();
    return java.util.Comparator.comparing(name -> !name.equals(leading));
  }

  private List<DatabaseRun> runOneAtATime(Project project) {
    var planner = new Planner(project.migrations());
    return new Runner(project.policy(), events::add, Duration.ofSeconds(5), new ConnectionSlots(1))
        .run(
            project.addresses(), (database, history) -> planner.apply(database, history, Wish.ALL));
  }
}
