package dev.deed.cli.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.deed.sql.UserException;
import dev.deed.sql.UserException.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Posts to a server of the test, which answers as it is told.
class WebhookTest {

  private static final List<Duration> AT_ONCE = List.of(Duration.ZERO, Duration.ZERO);

  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<Map<String, String>> requests = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void starts() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var request = new HashMap<String, String>();
          exchange
              .getRequestHeaders()
              .forEach((name, values) -> request.put(name, String.join(",", values)));
          request.put("method", exchange.getRequestMethod());
          request.put("path", exchange.getRequestURI().toString());
          request.put("body", new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          requests.add(request);
          exchange.sendResponseHeaders(answers.size() > 1 ? answers.pop() : answers.peek(), -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stops() {
    server.stop(0);
  }

  @Test
  void posts_the_report_with_its_signature() {
    answers.add(200);

    var failure = post("/drift?x=1", Map.of(Webhook.SECRET, "key", Webhook.TOKEN, "abc.def"));

    assertThat(failure).isEmpty();
    assertThat(requests)
        .singleElement()
        .satisfies(request -> {
          assertThat(request).containsEntry("method", "POST");
          assertThat(request).containsEntry("path", "/drift?x=1");
          assertThat(request).containsEntry("body", "{\"ü\":1}");
          assertThat(request).containsEntry("Content-type", "application/json; charset=utf-8");
          assertThat(request).containsEntry("Authorization", "Bearer abc.def");
          // printf '{"ü":1}' | openssl dgst -sha256 -hmac key
          assertThat(request.get("X-deed-signature-256"))
              .isEqualTo("sha256=0150710113cb7fb72e1d1623b08ee27b0cd4fd781e39468191e9e75661fae2cd");
        });
  }

  @Test
  void sends_no_secret_that_was_not_set() {
    answers.add(204);

    assertThat(post("/", Map.of())).isEmpty();
    assertThat(requests.getFirst()).doesNotContainKeys("Authorization", "X-deed-signature-256");
  }

  @Test
  void tries_again_until_the_server_takes_it() {
    answers.addAll(List.of(503, 429, 200));

    assertThat(post("/", Map.of())).isEmpty();
    assertThat(requests).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | 3 | look into the receiver's log, then run the command again",
        "301 | 1 | give the address that it redirects to",
        "403 | 1 | check DEED_WEBHOOK_SECRET and DEED_WEBHOOK_TOKEN, and what the receiver expects",
        "404 | 1 | check the address: it has to accept POST",
        "413 | 1 | the report is too large for the receiver: raise its limit, or use --only",
      })
  void says_what_the_server_answered(int status, int attempts, String advice) {
    answers.add(status);

    var failure = post("/secret-path", Map.of()).orElseThrow();

    assertThat(failure)
        .hasMessage(
            "the report was not posted to http://127.0.0.1:%d: it answered with status %d"
                .formatted(server.getAddress().getPort(), status));
    assertThat(failure.advice()).isEqualTo(advice);
    assertThat(failure.outcome()).isEqualTo(Outcome.TRY_AGAIN);
    assertThat(requests).hasSize(attempts);
  }

  @Test
  void says_that_nothing_listens() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    assertThat(failure("http://127.0.0.1:" + port))
        .hasMessageEndingWith("the connection was refused");
    assertThat(failure("http://no-such-host.invalid/x"))
        .hasMessageEndingWith("http://no-such-host.invalid: the host name is not known");
  }

  @Test
  void says_that_a_certificate_is_not_trusted(@TempDir Path folder) throws Exception {
    var secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys"))));
    secure.start();
    try {
      assertThat(failure("https://127.0.0.1:" + secure.getAddress().getPort()))
          .hasMessageContaining("its certificate is not trusted here");
    } finally {
      secure.stop(0);
    }
  }

  private static SSLContext selfSigned(Path file) throws Exception {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "a",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                "secret",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(made.getInputStream().readAllBytes(), UTF_8)).doesNotContain("error");
    assertThat(made.waitFor()).isZero();
    var store = KeyStore.getInstance(file.toFile(), "secret".toCharArray());
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, "secret".toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ftp://example.org | does not begin with https:// and a host",
        "example.org/x     | does not begin with https:// and a host",
        "https:///x        | does not begin with https:// and a host",
        "https://u:p@example.org/ | contains a user or a password",
        "https://exa mple.org | is not a URL",
        "'${NOWHERE}/x'    | NOWHERE of --webhook is not set",
      })
  void refuses_what_is_no_address(String url, String message) {
    assertThatThrownBy(() -> Webhook.of(url, Map.of()))
        .isInstanceOf(Webhook.NotUsable.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("p@");
  }

  @Test
  void takes_an_address_from_the_environment() {
    answers.add(200);
    var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/T0/B1";

    assertThat(Webhook.of("${HOOK}", Map.of("HOOK", url + "\n")).post("{}")).isEmpty();
    assertThat(requests.getFirst()).containsEntry("path", "/hooks/T0/B1");
  }

  @Test
  void refuses_a_token_that_would_be_another_header() {
    assertThatThrownBy(
            () -> Webhook.of("https://example.org", Map.of(Webhook.TOKEN, "a\r\nHost: b")))
        .isInstanceOf(Webhook.NotUsable.class)
        .hasMessage("DEED_WEBHOOK_TOKEN has characters that a header cannot have");
  }

  private Optional<UserException> post(String path, Map<String, String> environment) {
    var url = "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    return Webhook.of(url, environment, AT_ONCE).post("{\"ü\":1}");
  }

  private static UserException failure(String url) {
    return Webhook.of(url, Map.of(), List.of()).post("{}").orElseThrow();
  }
}
