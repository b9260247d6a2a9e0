package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.engine.ManualChange;
import dev.deed.engine.Section;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import dev.deed.sql.UserException.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// SQL by hand is asked to end.
@ExtendWith(PostgresExtension.class)
@Timeout(60)
class StoppedTrialTest {

  private static final String ADD = "CREATE TABLE more (id int);";

  @TempDir Path folder;
  private final ManualRun trial = new ManualRun(RunPolicy.DEFAULT, event -> {});

  @Test
  void waits_for_no_answer(TestDatabase auth) {
    var never = new CountDownLatch(1);
    var asking =
        new CommitRule.Asking(effects -> {
          trial.stop();
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return true;
        });

    assertStopped(auth, ADD, asking);
  }

  @Test
  void cancels_the_statement_under_way(TestDatabase auth) {
    Thread.startVirtualThread(() -> {
      auth.await(
          "SELECT state FROM pg_stat_activity"
              + " WHERE query LIKE 'SELECT pg_sleep(600)%' AND datname = current_database()",
          "active");
      trial.stop();
    });

    assertStopped(auth, ADD + "SELECT pg_sleep(600);", new CommitRule.Always());
  }

  @Test
  void begins_nothing_when_asked_before(TestDatabase auth) {
    trial.stop();

    assertStopped(auth, ADD, new CommitRule.Always());
  }

  private void assertStopped(TestDatabase auth, String sql, CommitRule rule) {
    var project = new Project(folder).on(AUTH, auth).file("auth/web/1_users.sql", "SELECT 1;");
    var change =
        new ManualChange(
            AUTH,
            new ServiceName("web"),
            null,
            "more",
            new Section(new SourceFile("exec"), sql),
            null);
    assertThatThrownBy(() ->
            trial.run(
                project.addresses().getFirst(),
                history -> change.move(project.migrations(), history, Instant.EPOCH),
                rule))
        .isInstanceOf(Stopped.class)
        .hasMessageContaining("nothing was changed")
        .extracting(failure -> ((UserException) failure).outcome())
        .isEqualTo(Outcome.STOPPED);
    assertThat(auth.query("SELECT to_regclass('more') IS NULL")).containsExactly("t");
  }
}
