package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.drift.PgDump;
import dev.deed.engine.connect.DriverSockets;
import dev.deed.engine.connect.Parallel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Servers that cannot be reached, and a server that can be reached by a socket only.
class UnreachableTest {

  private static final String OWNERSHIP =
      """
      version: 1
      databases:
        auth: {}
      services:
        web:
          owns:
            auth: ["*"]
      environments:
        staging:
          urls:
            auth: ${AUTH_URL}
      policies:
        connect_wait: 6s
      """;

  @TempDir private Path folder;

  @BeforeEach
  void aProject() throws IOException {
    Files.writeString(folder.resolve("schema-ownership.yaml"), OWNERSHIP);
    Files.createDirectories(folder.resolve("migrations/auth/web"));
    Files.writeString(
        folder.resolve("migrations/auth/web/1_users.sql"), "CREATE TABLE users (id int);\n");
  }

  /// All at once: each of them waits until it gives up.
  @Test
  void tells_what_a_command_waits_for() throws IOException {
    var commands =
        List.of(
            "status -e staging",
            "apply -e staging",
            "plan -e staging",
            "history -e staging",
            "verify -e staging",
            "grants -e staging",
            "doctor -e staging",
            "rollback -e staging -1",
            "stamp -e staging --to 1 --yes");
    try (var refusing = refusing()) {
      var port = refusing.getLocalPort();
      var console = at("postgresql://u:hunter2@localhost:" + port + "/a");

      var answers =
          Parallel.run(
              commands.stream()
                  .map(command -> (Callable<String>) () -> console.run(command.split(" ")).err())
                  .toList());

      for (var i = 0; i < commands.size(); i++) {
        assertThat(answers.get(i))
            .as(commands.get(i))
            .containsPattern(
                "auth: waiting for localhost:%d \\(Connection refused\\), [0-6] s left; Ctrl-C stops\n"
                    .formatted(port))
            .doesNotContain("hunter2");
      }
    }
  }

  @Test
  void tells_programs_in_json() throws IOException {
    try (var refusing = refusing()) {
      var answer =
          at("postgresql://u@localhost:" + refusing.getLocalPort() + "/a")
              .run("apply", "-e", "staging", "--log", "json");

      assertThat(answer.err().lines().toList())
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).startsWith("{"))
          .anySatisfy(line -> assertThat(line).contains("\"connection_awaited\"", "\"left\""));
      assertThat(answer.exit()).isEqualTo(3);
    }
  }

  @Test
  void does_not_wait_for_a_host_that_nobody_knows() {
    var answer = at("postgresql://u@no-such-host.invalid/a").run("status");

    assertThat(answer.err()).contains("the host is not known").doesNotContain("waiting");
    assertThat(answer.exit()).isEqualTo(2);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void applies_and_dumps_through_a_socket() throws IOException {
    assumeTrue(PgDump.isInstalled(System.getenv()), "no pg_dump is installed");
    var sockets = Files.createTempDirectory(Path.of("/tmp"), "deed");
    sockets.toFile().setWritable(true, false);
    try (var server =
        EmbeddedPostgres.builder()
            .setPGStartupWait(Duration.ofMinutes(2))
            .setServerConfig("unix_socket_directories", sockets.toString())
            .setServerConfig("listen_addresses", "localhost")
            .start()) {
      var console =
          at("postgresql:///postgres?user=postgres&host=" + sockets)
              .with(
                  Map.of(
                      "AUTH_URL", "postgresql:///postgres?user=postgres&host=" + sockets,
                      "PGPORT", "" + server.getPort(),
                      "PATH", System.getenv("PATH")));

      assertThat(console.run("apply", "-e", "staging").exit()).isZero();
      var drift = console.run("drift", "--from", "staging", "--to", "staging");

      assertThat(drift.err()).isEmpty();
      assertThat(drift.exit()).isZero();
    } finally {
      Files.deleteIfExists(sockets);
    }
  }

  @Test
  void keeps_the_socket_factory_in_a_native_program() {
    assertThat(Program.class.getAnnotation(RegisterForReflection.class).targets())
        .contains(DriverSockets.class);
  }

  private Console at(String url) {
    return Console.in(folder).with(Map.of("AUTH_URL", url));
  }

  /// Has a port of its own and does not listen: another program cannot take the port meanwhile.
  private static Socket refusing() throws IOException {
    var socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return socket;
  }
}
