package dev.deed.cli.host;

import dev.deed.cli.render.JsonTree;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Neon's API, version 2: branches of one project. Calls that Neon has not begun (423 while another
/// operation runs, 429) are repeated, and others only where that does no harm.
public final class NeonApi {

  /// The variable with the key.
  public static final String KEY = "NEON_API_KEY";

  /// The variable with another address, for tests and proxies.
  public static final String ADDRESS = "NEON_API_URL";

  private static final String NEON = "https://console.neon.tech/api/v2";
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration ANSWERING = Duration.ofSeconds(60);

  /// The user sees no sign of it meanwhile.
  private static final int TRIES_WITHOUT_ANSWER = 4;

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int MOST_PAGES = 100;

  private final String project;
  private final String key;
  private final String address;
  private final Duration pause;
  private final int tries;

  private NeonApi(String project, String key, String address, Duration pause, int tries) {
    this.project = project;
    this.key = key;
    this.address = address;
    this.pause = pause;
    this.tries = tries;
  }

  /// @throws NeonFailed where the key is not set
  public static NeonApi of(String project, Map<String, String> environment) {
    return of(project, environment, Duration.ofSeconds(1), 10);
  }

  /// @param pause before the second try; doubled before each further one
  static NeonApi of(String project, Map<String, String> environment, Duration pause, int tries) {
    var key = environment.getOrDefault(KEY, "").strip();
    if (!key.matches("[\\x21-\\x7e]+")) {
      throw new NeonFailed(
          KEY + " is not set, or has characters that a key cannot have",
          "export %s=... with a key of the project (Neon's console, Settings, API keys)"
              .formatted(KEY));
    }
    return new NeonApi(
        project, key, environment.getOrDefault(ADDRESS, NEON).replaceAll("/+$", ""), pause, tries);
  }

  /// @param parent its id; empty for the default branch
  /// @param created null where Neon did not say
  /// @param expires null for never
  public record Branch(
      String id,
      String name,
      String parent,
      boolean isDefault,
      @Nullable Instant created,
      @Nullable Instant expires) {

    private static Branch of(JsonTree json) {
      return new Branch(
          json.value("id"),
          json.value("name"),
          json.value("parent_id"),
          json.value("default").equals("true"),
          instant(json.value("created_at")),
          instant(json.value("expires_at")));
    }

    private static @Nullable Instant instant(String text) {
      try {
        return text.isEmpty() ? null : Instant.parse(text);
      } catch (DateTimeException e) {
        return null;
      }
    }
  }

  /// With an endpoint that can be written to. Returns when it is ready.
  ///
  /// @param parent id of the branch that is copied; null for the default
  /// @param time as the parent was then; null for now
  /// @param expires when Neon deletes it by itself; null for never
  public Branch create(
      String name, @Nullable String parent, @Nullable Instant time, @Nullable Instant expires) {
    var branch = new LinkedHashMap<String, Object>();
    branch.put("name", name);
    branch.put("parent_id", parent == null ? "" : parent);
    branch.put("parent_timestamp", time == null ? "" : time.toString());
    branch.put("expires_at", expires == null ? "" : expires.toString());
    var body = new LinkedHashMap<String, Object>();
    body.put("endpoints", List.of(Map.of("type", "read_write")));
    body.put("branch", branch);
    var answer = call("POST", "/branches", JsonTree.object(body));
    awaitAll(answer);
    return Branch.of(answer.child("branch"));
  }

  public List<Branch> branches() {
    var all = new ArrayList<Branch>();
    var cursor = "";
    for (var page = 0; page < MOST_PAGES; page++) {
      var answer =
          call("GET", "/branches" + (cursor.isEmpty() ? "" : "?cursor=" + encoded(cursor)), null);
      answer.all("branches").forEach(branch -> all.add(Branch.of(branch)));
      var next = answer.child("pagination").value("next");
      if (next.isEmpty() || next.equals(cursor) || answer.all("branches").isEmpty()) {
        break;
      }
      cursor = next;
    }
    return all;
  }

  /// The direct host, not the one of the connection pool.
  public String url(String branch, String database, String role) {
    var answer =
        call(
            "GET",
            "/connection_uri?branch_id=%s&database_name=%s&role_name=%s&pooled=false"
                .formatted(encoded(branch), encoded(database), encoded(role)),
            null);
    var url = answer.value("uri");
    if (url.isEmpty()) {
      throw new NeonFailed(
          "Neon gave no connection string for branch " + branch,
          "check that the branch has the database %s and the role %s".formatted(database, role));
    }
    return url;
  }

  /// Brings a branch to the state of another one: its parent, now or at a time.
  ///
  /// @param time null for now
  public void restore(String branch, String source, @Nullable Instant time) {
    var body = new LinkedHashMap<String, Object>();
    body.put("source_branch_id", source);
    body.put("source_timestamp", time == null ? "" : time.toString());
    awaitAll(call("POST", "/branches/" + encoded(branch) + "/restore", JsonTree.object(body)));
  }

  /// A branch that is gone already is deleted.
  public void delete(String branch) {
    awaitAll(call("DELETE", "/branches/" + encoded(branch), null));
  }

  /// Neon answers before its work is done.
  private void awaitAll(JsonTree answer) {
    for (var operation : answer.all("operations")) {
      var state = operation;
      for (var next = 0; !isEnded(state.value("status")); next++) {
        if (next >= tries * 30) {
          throw new NeonFailed(
              "Neon has not ended the operation %s (%s)"
                  .formatted(state.value("action"), state.value("id")),
              "look at the project in Neon's console, then run the command again");
        }
        sleep(pause);
        state =
            call("GET", "/operations/" + encoded(operation.value("id")), null).child("operation");
      }
      if (!List.of("finished", "skipped").contains(state.value("status"))) {
        throw new NeonFailed(
            "Neon's operation %s ended as %s: %s"
                .formatted(state.value("action"), state.value("status"), state.value("error")),
            "look at the project in Neon's console, then run the command again");
      }
    }
  }

  private static boolean isEnded(String status) {
    return !List.of("scheduling", "running", "cancelling").contains(status);
  }

  private JsonTree call(String method, String path, @Nullable String body) {
    try (var client = HttpClient.newBuilder().connectTimeout(CONNECTING).build()) {
      for (var number = 1; ; number++) {
        @Nullable HttpResponse<String> response = null;
        @Nullable IOException trouble = null;
        try {
          response = client.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
          var status = response.statusCode();
          if (status / 100 == 2 || (status == 404 && method.equals("DELETE"))) {
            return JsonTree.read(response.body());
          }
        } catch (IOException e) {
          trouble = e;
        }
        var most = response == null ? Math.min(tries, TRIES_WITHOUT_ANSWER) : tries;
        if (number >= most || !mayRepeat(method, response)) {
          throw failed(method, path, response, trouble);
        }
        sleep(pauseBefore(number, response));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NeonFailed("interrupted", "run the command again");
    }
  }

  /// A POST that was cut off may have made a branch.
  private static boolean mayRepeat(String method, @Nullable HttpResponse<String> response) {
    if (response != null && (response.statusCode() == 423 || response.statusCode() == 429)) {
      return true;
    }
    return !method.equals("POST") && (response == null || response.statusCode() / 100 == 5);
  }

  private Duration pauseBefore(int number, @Nullable HttpResponse<String> response) {
    var asked =
        response == null ? "" : response.headers().firstValue("Retry-After").orElse("").strip();
    var wait =
        asked.matches("[0-9]{1,4}")
            ? Duration.ofSeconds(Long.parseLong(asked))
            : pause.multipliedBy(1L << Math.min(number - 1, 6));
    return wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
  }

  private HttpRequest request(String method, String path, @Nullable String body) {
    var request =
        HttpRequest.newBuilder(URI.create(address + "/projects/" + encoded(project) + path))
            .timeout(ANSWERING)
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + key)
            .header("User-Agent", "deed");
    if (body == null) {
      return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private NeonFailed failed(
      String method,
      String path,
      @Nullable HttpResponse<String> response,
      @Nullable IOException trouble) {
    var what = "Neon did not %s %s".formatted(method, path.replaceAll("\\?.*", ""));
    if (response == null) {
      return new NeonFailed(
          "%s: no answer%s"
              .formatted(
                  what,
                  trouble == null ? "" : " (%s)".formatted(trouble.getClass().getSimpleName())),
          "check the connection to " + address);
    }
    var status = response.statusCode();
    var said = JsonTree.read(response.body()).value("message").replace(key, "***");
    var advice =
        switch (status) {
          case 401, 403 -> "check %s, and that it may use the project %s".formatted(KEY, project);
          case 404 -> "check the project and the branch: copy in the ownership file";
          case 409, 422 -> "look at the project's branches: deed branch list";
          case 423, 429 ->
              "another operation of the project still runs: run the command again later";
          default -> "run the command again later; deed branch gc deletes what is left";
        };
    return new NeonFailed(
        "%s: status %d%s".formatted(what, status, said.isEmpty() ? "" : ", " + said), advice);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NeonFailed("interrupted", "run the command again");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Neon did not do what was asked.
  public static final class NeonFailed extends UserException {

    private static final long serialVersionUID = 1L;

    NeonFailed(String message, String advice) {
      super(message, advice);
    }

    @Override
    public Outcome outcome() {
      return Outcome.TRY_AGAIN;
    }
  }
}
