package dev.deed.cli.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server answers as Neon's API is documented to.
class NeonApiTest {

  private static final String KEY = "napi_s3cret";

  private static final String CREATED =
      """
      {"branch": {"id": "br-1", "project_id": "p", "parent_id": "br-0", "name": "deed/x",
                  "current_state": "init", "default": false, "created_at": "2026-02-03T04:05:06Z"},
       "endpoints": [{"id": "ep-1", "host": "ep-1.eu-central-1.aws.neon.tech", "type": "read_write"}],
       "operations": [{"id": "op-1", "action": "create_branch", "status": "running"},
                      {"id": "op-2", "action": "start_compute", "status": "scheduling"}]}
      """;

  private record Answer(int status, String body, String retryAfter) {
    private Answer(int status, String body) {
      this(status, body, "");
    }
  }

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          var authorization = exchange.getRequestHeaders().getFirst("Authorization");
          asked.add(
              "%s %s%s%s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      body.isEmpty() ? "" : " " + body,
                      ("Bearer " + KEY).equals(authorization) ? "" : " WITHOUT KEY"));
          var answer = answers.isEmpty() ? new Answer(500, "") : answers.remove();
          if (!answer.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
          }
          var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private NeonApi api() {
    var environment =
        Map.of(
            "NEON_API_KEY",
            KEY,
            "NEON_API_URL",
            "http://127.0.0.1:%d/api/v2/".formatted(server.getAddress().getPort()));
    return NeonApi.of("p", environment, Duration.ofMillis(1), 3);
  }

  private void answers(Answer... all) {
    answers.addAll(List.of(all));
  }

  @Test
  void creates_a_branch_and_waits_for_it() {
    answers(
        new Answer(201, CREATED),
        new Answer(200, "{\"operation\": {\"id\": \"op-1\", \"status\": \"running\"}}"),
        new Answer(200, "{\"operation\": {\"id\": \"op-1\", \"status\": \"finished\"}}"),
        new Answer(200, "{\"operation\": {\"id\": \"op-2\", \"status\": \"finished\"}}"));
    var branch = api().create("deed/x", "br-0", null, Instant.parse("2026-02-04T04:05:06Z"));
    assertThat(branch.id()).isEqualTo("br-1");
    assertThat(branch.parent()).isEqualTo("br-0");
    assertThat(asked)
        .containsExactly(
            "POST /api/v2/projects/p/branches {\"endpoints\":[{\"type\":\"read_write\"}],"
                + "\"branch\":{\"name\":\"deed/x\",\"parent_id\":\"br-0\",\"expires_at\":\"2026-02-04T04:05:06Z\"}}",
            "GET /api/v2/projects/p/operations/op-1",
            "GET /api/v2/projects/p/operations/op-1",
            "GET /api/v2/projects/p/operations/op-2");
  }

  @Test
  void says_which_operation_has_failed() {
    answers(
        new Answer(201, CREATED),
        new Answer(
            200,
            "{\"operation\": {\"id\": \"op-1\", \"action\": \"create_branch\", \"status\": \"failed\", \"error\": \"no space\"}}"));
    assertThatThrownBy(() -> api().create("deed/x", null, null, null))
        .hasMessage("Neon's operation create_branch ended as failed: no space");
  }

  @Test
  void reads_all_pages_of_branches() {
    answers(
        new Answer(
            200,
            "{\"branches\": [{\"id\": \"br-0\", \"name\": \"main\", \"default\": true}],"
                + " \"pagination\": {\"next\": \"a b\", \"sort_by\": \"updated_at\"}}"),
        new Answer(
            200, "{\"branches\": [{\"id\": \"br-1\", \"name\": \"x\"}], \"pagination\": {}}"));
    assertThat(api().branches().stream().map(NeonApi.Branch::name)).containsExactly("main", "x");
    assertThat(asked).last().isEqualTo("GET /api/v2/projects/p/branches?cursor=a%20b");
  }

  @Test
  void asks_for_the_direct_host() {
    answers(new Answer(200, "{\"uri\": \"postgresql://u:p@ep-1.neon.tech/app?sslmode=require\"}"));
    assertThat(api().url("br-1", "app db", "u")).contains("@ep-1.neon.tech/");
    assertThat(asked)
        .containsExactly(
            "GET /api/v2/projects/p/connection_uri?branch_id=br-1&database_name=app%20db&role_name=u&pooled=false");
  }

  @Test
  void resets_to_the_parent_and_to_a_time() {
    answers(new Answer(200, "{}"), new Answer(200, "{}"));
    api().restore("br-1", "br-0", null);
    api().restore("br-1", "br-0", Instant.parse("2026-02-03T04:05:06Z"));
    assertThat(asked)
        .containsExactly(
            "POST /api/v2/projects/p/branches/br-1/restore {\"source_branch_id\":\"br-0\"}",
            "POST /api/v2/projects/p/branches/br-1/restore"
                + " {\"source_branch_id\":\"br-0\",\"source_timestamp\":\"2026-02-03T04:05:06Z\"}");
  }

  @Test
  void waits_where_neon_is_busy_and_not_for_a_new_branch_that_may_be_there() {
    answers(
        new Answer(423, "{\"message\": \"project already has running operations\"}"),
        new Answer(429, "", "0"),
        new Answer(201, "{\"branch\": {\"id\": \"br-1\"}}"));
    assertThat(api().create("x", null, null, null).id()).isEqualTo("br-1");
    asked.clear();
    answers(new Answer(500, "{\"message\": \"oops\"}"));
    assertThatThrownBy(() -> api().create("x", null, null, null))
        .hasMessage("Neon did not POST /branches: status 500, oops");
    assertThat(asked).hasSize(1);
  }

  @Test
  void deletes_what_is_gone_already_and_tells_what_it_could_not() {
    answers(new Answer(404, "{\"message\": \"branch not found\"}"));
    api().delete("br-1");
    answers(new Answer(500, ""), new Answer(502, ""), new Answer(200, "{\"operations\": []}"));
    api().delete("br-1");
    answers(new Answer(500, ""), new Answer(500, ""), new Answer(500, "{\"message\": \"oops\"}"));
    assertThatThrownBy(() -> api().delete("br-1"))
        .hasMessage("Neon did not DELETE /branches/br-1: status 500, oops")
        .extracting("advice")
        .isEqualTo("run the command again later; deed branch gc deletes what is left");
  }

  @Test
  void never_shows_the_key() {
    answers(new Answer(401, "{\"message\": \"wrong key %s\"}".formatted(KEY)));
    assertThatThrownBy(() -> api().branches())
        .hasMessage("Neon did not GET /branches: status 401, wrong key ***");
    assertThat(asked).noneMatch(line -> line.contains("WITHOUT KEY"));
    assertThatThrownBy(() -> NeonApi.of("p", Map.of("NEON_API_KEY", "a\nb")))
        .hasMessageContaining("NEON_API_KEY is not set, or has characters");
  }
}
