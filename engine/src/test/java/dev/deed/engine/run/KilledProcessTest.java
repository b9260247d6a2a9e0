package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that applies migrations, as a pod is killed: without a word.
@ExtendWith(PostgresExtension.class)
class KilledProcessTest {

  private static final String SCHEMA =
      "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2";

  @TempDir Path folder;

  @Test
  void ends_as_an_undisturbed_run_does_wherever_the_process_is_killed(
      TestDatabase calm, TestDatabase auth) throws IOException, InterruptedException {
    var project = files();
    assertThat(project.on(AUTH, calm).apply().failure()).isNull();
    var random = new Random(42);

    for (var round = 0; round < 4; round++) {
      auth.execute(
          "DROP SCHEMA IF EXISTS deed CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
      killAtMove(auth, "apply", 1 + random.nextInt(9), random.nextInt(15));

      var after = files().on(AUTH, auth).apply();

      assertThat(after.failure()).as("round %d", round).isNull();
      assertThat(auth.query(SCHEMA)).isEqualTo(calm.query(SCHEMA));
      assertThat(
              auth.query(
                  "SELECT count(*), count(DISTINCT version) FROM deed.event WHERE event = 'applied'"))
          .containsExactly("12|12");
      assertThat(auth.query("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
          .containsExactly("0");
    }
  }

  @Test
  void goes_back_as_an_undisturbed_run_does_wherever_the_process_is_killed(TestDatabase auth)
      throws IOException, InterruptedException {
    var project = files().on(AUTH, auth);
    var random = new Random(43);

    for (var round = 0; round < 4; round++) {
      assertThat(project.apply().failure()).as("round %d", round).isNull();
      killAtMove(auth, "rollback", 1 + random.nextInt(9), random.nextInt(15));

      var after = project.rollback("base");

      assertThat(after.failure()).as("round %d", round).isNull();
      assertThat(auth.query(SCHEMA)).isEmpty();
      assertThat(auth.query("SELECT DISTINCT state FROM deed.migration"))
          .containsExactly("reverted");
    }
  }

  private Project files() {
    var project = new Project(folder);
    for (var i = 1; i <= 12; i += 2) {
      project
          .file(
              "auth/web/%d_table.sql".formatted(i),
              "CREATE TABLE t%1$d (id int PRIMARY KEY, name text);\n-- DOWN Migration\nDROP TABLE t%1$d;"
                  .formatted(i))
          .file(
              "auth/web/%d_index.sql".formatted(i + 1),
              """
              CREATE INDEX CONCURRENTLY t%1$d_name ON t%1$d (name);
              ALTER TABLE t%1$d ADD age int;
              CREATE INDEX CONCURRENTLY t%1$d_age ON t%1$d (age);
              -- DOWN Migration
              DROP INDEX CONCURRENTLY t%1$d_age;
              ALTER TABLE t%1$d DROP COLUMN age;
              DROP INDEX CONCURRENTLY t%1$d_name;
              """
                  .formatted(i));
    }
    return project;
  }

  private void killAtMove(TestDatabase auth, String mode, int move, int delay)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    Objects.requireNonNull(System.getProperty("java.class.path")),
                    Running.class.getName(),
                    folder.toString(),
                    auth.url(),
                    mode))
            .redirectError(new File("/dev/null"))
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var seen = 0; seen < move; seen++) {
        assertThat(lines.readLine()).isEqualTo("move");
      }
      Thread.sleep(delay);
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    }
  }

  /// The process that is killed; it writes a line for every migration that it begins.
  public static final class Running {

    private Running() {}

    public static void main(String[] args) {
      var project = new Project(Path.of(args[0])).on(AUTH, args[1]);
      Consumer<RunEvent> listener =
          event -> {
            if (event instanceof RunEvent.MoveStarted) {
              System.out.println("move");
            }
          };
      if (args[2].equals("apply")) {
        project.apply(listener);
      } else {
        project.rollback("base", listener);
      }
    }
  }
}
