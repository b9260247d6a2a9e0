package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.Await;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A separate process that is asked to end while PostgreSQL works for it.
@ExtendWith(PostgresExtension.class)
@Timeout(300)
class SignalTest {

  private static final String RUN_LOCK =
      "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = %d AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
          .formatted(0x64656564);

  /// The session of an earlier answer may be ending still, and its query has the same words.
  private static final String SLEEPING =
      "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' "
          + "AND query NOT LIKE '%pg_stat_activity%' AND datname = current_database() AND pid <> pg_backend_pid()";

  private static final String POLLING =
      "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'deed' AND query ~ 'advisory' "
          + "AND datname = current_database() AND pid <> pg_backend_pid()";

  private static final String SCRATCH =
      "SELECT count(*) FROM pg_database WHERE datname LIKE 'deed\\_scratch\\_%'";

  /// A shell starts what runs in its background with SIGINT ignored, and children inherit that.
  private static final List<String> LISTENING =
      List.of("perl", "-e", "$SIG{$_} = 'DEFAULT' for qw(INT HUP TERM); exec @ARGV");

  @TempDir private Path folder;
  private String copy = "";

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT", "HUP"})
  void reports_what_was_done_and_what_was_not(String signal, TestDatabase auth)
      throws IOException, InterruptedException {
    var process = start(auth, "apply", "--env", "local");
    await(auth, SLEEPING, "1");

    send(signal, process);
    send(signal, process); // does not wait until the grace period ends

    var err = errorOf(process);
    var out = Files.readString(folder.resolve("out"));
    assertThat(process.exitValue()).as(err).isEqualTo(4);
    assertThat(out).contains("applied      1  users (web)", "not done     2  slow (web)");
    assertThat(err)
        .contains("auth: stopping: the running step is rolled back unless it ends within 5")
        .contains("error: auth (local): stopped during auth/2_slow (web)")
        .contains("Rolled back: nothing of auth/2_slow (web) stays.")
        .contains("help: run deed apply again: it continues where it stopped")
        .doesNotContain("Exception", "LogManager");
    auth.await(RUN_LOCK, "0");
    assertThat(auth.query("SELECT version, state FROM deed.migration"))
        .containsExactly("1|applied");
  }

  @Test
  void rolls_back_what_was_run_by_hand(TestDatabase auth) throws IOException, InterruptedException {
    var process =
        start(
            auth,
            "exec",
            "--env",
            "local",
            "--yes",
            "CREATE TABLE more (id int); SELECT pg_sleep(600)");
    await(auth, SLEEPING, "1");

    send("TERM", process);

    var err = errorOf(process);
    assertThat(process.exitValue()).as(err).isEqualTo(4);
    assertThat(err)
        .contains("error: auth (local): stopped\nRolled back: nothing was changed.")
        .contains("help: run the same command again");
    auth.await(RUN_LOCK, "0");
    assertThat(auth.query("SELECT to_regclass('more') IS NULL")).containsExactly("t");
    assertThat(auth.query("SELECT to_regclass('deed.migration') IS NULL")).containsExactly("t");
  }

  @Test
  void records_nothing_that_was_not_yet_written(TestDatabase auth)
      throws IOException, InterruptedException, SQLException {
    try (var connection = auth.connect();
        var other = connection.createStatement()) {
      other.execute("SELECT pg_advisory_lock(%d, 1)".formatted(0x64656564));
      var process = start(auth, "record", "--env", "local", "add is_deleted");
      await(auth, POLLING, "1");

      send("INT", process);

      var err = errorOf(process);
      assertThat(process.exitValue()).as(err).isEqualTo(4);
      assertThat(err)
          .contains("stopped while waiting for the end of another run; nothing was changed");
    }
    assertThat(auth.query("SELECT to_regclass('deed.migration') IS NULL")).containsExactly("t");
  }

  @Test
  void leaves_no_scratch_database(TestDatabase auth) throws IOException, InterruptedException {
    var process =
        start(auth, "generate", "x", "--to", "schema-ownership.yaml", "--scratch", auth.url());
    await(auth, SCRATCH, "1");

    send("INT", process);

    errorOf(process);
    assertThat(auth.query(SCRATCH)).containsExactly("0");
  }

  @Test
  void stops_the_command_that_makes_a_copy(TestDatabase auth)
      throws IOException, InterruptedException {
    copy = ", copy: {by: command, create: \"sleep 600 & echo $! > pid; wait; touch later\"}";
    var process = start(auth, "rehearse", "--env", "local");
    var pid = folder.resolve("pid");
    Await.until("its process", () -> Files.exists(pid) && Files.size(pid) > 0);

    send("INT", process);

    assertThat(errorOf(process))
        .contains("error: stopped the command `sleep 600 &", "help: run the same command again");
    assertThat(process.exitValue()).isEqualTo(3);
    var child = Long.parseLong(Files.readString(pid).strip());
    Await.until("the end", () -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    assertThat(folder.resolve("later")).doesNotExist();
  }

  /// Its process is there before its files are.
  @ParameterizedTest
  @ValueSource(ints = {0, 200, 500, 1000})
  void leaves_no_server_of_its_own(int millis, TestDatabase auth)
      throws IOException, InterruptedException {
    var process = start(auth, "generate", "x", "--to", "schema-ownership.yaml");
    var tmp = folder.resolve("tmp");
    Await.until("its folder", () -> !isEmpty(tmp));
    Thread.sleep(millis);

    send("INT", process);

    errorOf(process);
    Await.until("the server's end", () -> processesOf(tmp), List::isEmpty);
    try (var left = Files.list(tmp)) {
      assertThat(left.filter(p -> p.getFileName().toString().startsWith("deed-scratch"))).isEmpty();
    }
  }

  private static List<String> processesOf(Path tmp) {
    return ProcessHandle.allProcesses()
        .map(p -> p.info().commandLine().orElse(""))
        .filter(line -> line.contains(tmp + "/deed-scratch"))
        .toList();
  }

  private static boolean isEmpty(Path tmp) throws IOException {
    try (var files = Files.list(tmp)) {
      return files.noneMatch(p -> p.getFileName().toString().startsWith("deed-scratch"));
    }
  }

  private String errorOf(Process process) throws IOException, InterruptedException {
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return Files.readString(folder.resolve("err"));
  }

  private Process start(TestDatabase auth, String... arguments) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {auth: {}}
        services: {web: {owns: {auth: ["*"]}}}
        environments: {local: {urls: {auth: "%s"}%s}}
        """
            .formatted(auth.url(), copy));
    var migrations = Files.createDirectories(folder.resolve("migrations/auth/web"));
    Files.writeString(migrations.resolve("1_users.sql"), "CREATE TABLE users (id int);");
    Files.writeString(
        migrations.resolve("2_slow.sql"), "CREATE TABLE more (id int);\nSELECT pg_sleep(600);");
    var command = new ArrayList<>(LISTENING);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
            "-cp",
            Objects.requireNonNull(System.getProperty("java.class.path")),
            Launcher.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private void await(TestDatabase auth, String query, String answer) throws IOException {
    try {
      auth.await(query, answer);
    } catch (AssertionError e) {
      throw new AssertionError(Files.readString(folder.resolve("err")), e);
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
}
