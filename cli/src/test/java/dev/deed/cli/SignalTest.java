package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process of its own, asked to end while PostgreSQL works for it.
@ExtendWith(PostgresExtension.class)
@Timeout(60)
class SignalTest {

  private static final String RUN_LOCK =
      "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = %d"
          .formatted(0x64656564);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT", "HUP"})
  void reports_what_was_done_and_what_was_not(String signal, TestDatabase auth)
      throws IOException, InterruptedException {
    var process = start(auth);
    awaitSleep(auth);

    send(signal, process);
    send(signal, process); // does not want to wait for the grace's end

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    var out = Files.readString(folder.resolve("out"));
    var err = Files.readString(folder.resolve("err"));
    assertThat(process.exitValue()).as(err).isEqualTo(4);
    assertThat(out).contains("applied      1  users (web)", "not done     2  slow (web)");
    assertThat(err)
        .contains("auth: stopping: what runs now has 5")
        .contains("error: auth (local): stopped during auth/2_slow (web)")
        .contains("Rolled back: nothing of auth/2_slow (web) stays.")
        .contains("help: Run deed apply again: it goes on where it stopped.")
        .doesNotContain("Exception");
    assertThat(auth.query(RUN_LOCK)).containsExactly("0");
    assertThat(auth.query("SELECT version, state FROM deed.migration"))
        .containsExactly("1|applied");
  }

  private Process start(TestDatabase auth) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {auth: {}}
        services: {web: {owns: {auth: ["*"]}}}
        environments: {local: {urls: {auth: "%s"}}}
        """
            .formatted(auth.url()));
    var migrations = Files.createDirectories(folder.resolve("migrations/auth/web"));
    Files.writeString(migrations.resolve("1_users.sql"), "CREATE TABLE users (id int);");
    Files.writeString(
        migrations.resolve("2_slow.sql"), "CREATE TABLE more (id int);\nSELECT pg_sleep(40);");
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                Applying.class.getName()))
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private void awaitSleep(TestDatabase auth) throws InterruptedException, IOException {
    var sleeping =
        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(40)%' "
            + "AND datname = current_database() AND pid <> pg_backend_pid()";
    for (var i = 0; !auth.query(sleeping).equals(List.of("1")); i++) {
      assertThat(i).as(Files.readString(folder.resolve("err"))).isLessThan(300);
      Thread.sleep(100);
    }
  }

  private static void send(String signal, Process process)
      throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start();
    assertThat(kill.waitFor()).as(() -> error(kill)).isZero();
    Thread.sleep(100);
  }

  private static String error(Process process) {
    try {
      return new String(process.getErrorStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// The program, without what Quarkus puts around it.
  static final class Applying {

    private Applying() {}

    public static void main(String[] args) {
      var command = new DeedCommand(Surroundings.ofThisProcess());
      System.exit(Program.commandLineOf(command).execute("apply", "--env", "local"));
    }
  }
}
