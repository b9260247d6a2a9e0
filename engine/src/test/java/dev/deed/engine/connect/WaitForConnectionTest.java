package dev.deed.engine.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.UserException;
import dev.deed.sql.UserException.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Servers that are none, and what deed does about it: it waits and tells, or it fails at once.
@Timeout(60)
class WaitForConnectionTest {

  /// Longer than any test may take: who waits, does not come back.
  private static final Duration LONG = Duration.ofMinutes(5);

  /// An `SSLRequest` is answered by S or N, and then comes the login.
  private static final String TLS = "S";

  @TempDir Path folder;
  private final List<Patience.Waiting> told = new ArrayList<>();
  private final AtomicInteger logins = new AtomicInteger();

  @Test
  void tells_what_it_waits_for_and_then_gives_up() throws IOException {
    // It has a port of its own and does not listen.
    try (var refusing = new Socket()) {
      refusing.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var port = refusing.getLocalPort();

      var failure = failure("postgresql://u@localhost:" + port + "/a", Duration.ofSeconds(2));

      assertThat(failure.outcome()).isEqualTo(Outcome.TRY_AGAIN);
      assertThat(told)
          .isNotEmpty()
          .allSatisfy(waiting -> {
            assertThat(waiting.place()).isEqualTo("localhost:" + port);
            assertThat(waiting.reason()).isEqualTo("Connection refused");
            assertThat(waiting.left()).isPositive();
          });
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          57P03 | the database system is starting up         | TRY_AGAIN  | is starting up
          57P01 | terminating connection                     | TRY_AGAIN  | terminating connection
          53300 | too many connections for role "u"          | TRY_AGAIN  | has no free connection
          08P01 | server login failed: timeout, try again    | TRY_AGAIN  | try again
          28000 | role "u" does not exist                    | UNREADABLE | role "u" does not exist
          28P01 | password authentication failed             | UNREADABLE | refuses `u`: password
          3D000 | database "a" does not exist                | UNREADABLE | there is no database `a`
          42501 | permission denied for database "a"         | UNREADABLE | permission denied
          55000 | database "a" is not currently accepting    | UNREADABLE | is not currently accepting
          42704 | unrecognized configuration parameter "x"   | UNREADABLE | unrecognized configuration
          22023 | invalid value for parameter "x"            | UNREADABLE | invalid value
          08P01 | no such database: a                        | UNREADABLE | no such database
          08P01 | unsupported startup parameter: options     | UNREADABLE | unsupported startup parameter
          """)
  void waits_only_for_what_may_pass(String state, String message, Outcome outcome, String words)
      throws IOException {
    var patience = outcome == Outcome.TRY_AGAIN ? Duration.ofMillis(1500) : LONG;
    try (var server = answering("N", error(state, message))) {
      var failure = failure(url(server) + "?sslmode=disable", patience);

      assertThat(failure).hasMessageContaining(words).hasMessageNotContaining("auth.c");
      assertThat(failure.outcome()).isEqualTo(outcome);
      assertThat(told.isEmpty()).isEqualTo(outcome == Outcome.UNREADABLE);
    }
  }

  /// Its system accepts the connection, and it says nothing: a stuck pool, or a stopped process.
  @Test
  void tells_of_a_login_without_an_answer_and_stops_waiting_when_asked() throws IOException {
    try (var stuck = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var stop = new Cancellation(Duration.ZERO);
      var url = ConnectionUrl.parse(url(stuck), Map.of());

      var failure =
          failure(
              url,
              stop,
              waiting -> {
                told.add(waiting);
                stop.ask();
              });

      assertThat(told)
          .extracting(Patience.Waiting::reason)
          .containsExactly("it does not answer to the login");
      assertThat(failure)
          .isInstanceOf(Stopped.class)
          .hasMessageContaining("stopped while waiting for an answer of localhost:")
          .hasMessageContaining("to the login; nothing was changed");
    }
  }

  /// It asks what became of a step.
  @Test
  void waits_for_the_answer_of_a_far_server_after_a_stop() throws IOException {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            answer(server, "N", error("28P01", "password authentication failed"));
          });
      var stop = new Cancellation(Duration.ZERO);
      stop.ask();

      var failure =
          failure(ConnectionUrl.parse(url(server) + "?sslmode=disable", Map.of()), stop, told::add);

      assertThat(failure).hasMessageContaining("refuses `u`: password");
    }
  }

  @Test
  void asks_the_system_to_notice_a_host_that_has_gone() throws IOException {
    try (var socket = new DriverSockets("\n").createSocket()) {
      assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(30);
      assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL)).isEqualTo(10);
      assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT)).isEqualTo(3);
    }
  }

  /// A role may be locked after some wrong passwords.
  @Test
  void tries_a_refused_login_once() throws IOException {
    try (var server = answering("N", error("28P01", "password authentication failed"))) {
      failure(url(server) + "?sslmode=disable", LONG);

      assertThat(logins).hasValue(1);
    }
  }

  @Test
  void does_not_wait_for_a_server_of_another_kind() throws IOException {
    try (var server = answering("HTTP/1.1 400 Bad Request\r\n\r\n", new byte[0])) {
      assertAtOnce(url(server), "does not speak with deed as PostgreSQL does");
      assertAtOnce(url(server) + "?sslmode=disable", "does not speak with deed as PostgreSQL does");
      assertAtOnce(
          url(server) + "?sslmode=require&sslnegotiation=direct",
          "does not speak with deed as PostgreSQL does");
    }
    try (var server = answering(TLS, "nonsense, nonsense".getBytes(UTF_8))) {
      assertAtOnce(url(server) + "?sslmode=require", "does not speak with deed as PostgreSQL does");
    }
  }

  @Test
  void does_not_wait_for_a_certificate_that_is_not_there() throws IOException {
    var missing = folder.resolve("none.crt");
    try (var server = answering(TLS, new byte[0])) {
      assertAtOnce(url(server) + "?sslmode=verify-full&sslrootcert=" + missing, missing.toString());
      assertAtOnce(url(server) + "?sslmode=verify-ca&sslrootcert=" + missing, "cannot be verified");
    }
  }

  @Test
  void does_not_wait_for_a_server_without_tls() throws IOException {
    try (var server = answering("N", new byte[0])) {
      assertAtOnce(url(server) + "?sslmode=require", "does not support SSL");
    }
  }

  @Test
  void names_where_it_has_looked_for_a_socket() {
    var url = new ConnectionUrlReader(Map.of(), new SocketFolders(List.of(folder)));

    var failure = failure(url.read("postgresql:///a?port=1"), Duration.ZERO);

    assertThat(failure).hasMessageContaining("no connection to localhost:1");
    assertThat(failure.advice()).contains("there is no socket in");
  }

  @Test
  void takes_the_first_folder_that_has_the_socket() throws IOException {
    java.nio.file.Files.createFile(folder.resolve(".s.PGSQL.7"));
    var folders = new SocketFolders(List.of(folder.resolve("none"), folder));

    assertThat(new ConnectionUrlReader(Map.of(), folders).read("postgresql:///a?port=7").place())
        .isEqualTo(folder + "/.s.PGSQL.7");
    assertThat(
            new ConnectionUrlReader(Map.of("PGPORT", "7"), folders)
                .read("jdbc:postgresql:a")
                .place())
        .isEqualTo("localhost:7");
    assertThat(
            new ConnectionUrlReader(Map.of("PGHOST", "/run/x"), folders)
                .read("postgresql:///a?port=7")
                .place())
        .isEqualTo("/run/x/.s.PGSQL.7");
  }

  private void assertAtOnce(String url, String words) {
    var failure = failure(url, LONG);

    assertThat(failure).hasMessageContaining(words);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNREADABLE);
    assertThat(told).isEmpty();
  }

  private UserException failure(String url, Duration patience) {
    return failure(ConnectionUrl.parse(url, Map.of()), patience);
  }

  private UserException failure(ConnectionUrl url, Duration patience) {
    var target = new Target(new EnvironmentName("local"), new DatabaseName("auth"));
    try (var connections =
        Connections.open(new Address(target, url), new Patience(patience, told::add))) {
      return catchThrowableOfType(UserException.class, () -> connections.connect().close());
    }
  }

  private static UserException failure(
      ConnectionUrl url, Cancellation stop, Consumer<Patience.Waiting> listener) {
    var target = new Target(new EnvironmentName("local"), new DatabaseName("auth"));
    try (var connections =
        Connections.open(new Address(target, url), new Patience(LONG, listener), stop)) {
      return catchThrowableOfType(UserException.class, () -> connections.connect().close());
    }
  }

  private static String url(ServerSocket server) {
    return "postgresql://u:x@localhost:" + server.getLocalPort() + "/a";
  }

  /// An `ErrorResponse` of PostgreSQL.
  private static byte[] error(String state, String message) {
    var fields =
        "SFATAL\0VFATAL\0C" + state + "\0M" + message + "\0Fauth.c\0L334\0Rauth_failed\0\0";
    var length = fields.getBytes(UTF_8).length + 4;
    return ("E\0\0" + (char) (length >> 8) + (char) (length & 0x7f) + fields).getBytes(UTF_8);
  }

  /// Answers a request for encryption by `first`, and anything else by `then`; both at once where
  /// it is asked for no encryption.
  private ServerSocket answering(String first, byte[] then) throws IOException {
    var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> answer(server, first, then));
    return server;
  }

  private void answer(ServerSocket server, String first, byte[] then) {
    while (!server.isClosed()) {
      try (var client = server.accept()) {
        logins.incrementAndGet();
        var in = client.getInputStream();
        var asksForTls = in.readNBytes(8)[3] == 8;
        if (asksForTls || then.length == 0) {
          client.getOutputStream().write(first.getBytes(UTF_8));
        }
        if (asksForTls) {
          in.readNBytes(4);
        }
        client.getOutputStream().write(then);
        client.shutdownOutput();
        in.transferTo(java.io.OutputStream.nullOutputStream());
      } catch (IOException e) {
        if (!server.isClosed() && !(e instanceof java.net.SocketException)) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
