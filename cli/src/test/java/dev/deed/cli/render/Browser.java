package dev.deed.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A headless Chromium, driven by its DevTools protocol.
public final class Browser implements AutoCloseable {

  /// The variable that names another program than those on the PATH.
  static final String VARIABLE = "DEED_TEST_BROWSER";

  private static final List<String> PROGRAMS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern ADDRESS = Pattern.compile("listening on (ws://\\S+)");
  private static final Pattern TARGET = Pattern.compile("\"targetId\":\"([^\"]+)\"");
  private static final Pattern SESSION = Pattern.compile("\"sessionId\":\"([^\"]+)\"");

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private String session = "";
  private int number;

  private Browser(Process process, Path profile, HttpClient client, String address) {
    this.process = process;
    this.profile = profile;
    socket = client.newWebSocketBuilder().buildAsync(URI.create(address), new Receiver()).join();
  }

  /// The browser's program, if this machine has one.
  public static Optional<Path> program() {
    var named = System.getenv(VARIABLE);
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    var path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    return PROGRAMS.stream()
        .flatMap(name -> Stream.of(path).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Without a network: every name is unknown to it.
  public static Browser start(Path program) throws IOException {
    var profile = Files.createTempDirectory("deed-browser");
    var process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      var address = ADDRESS.matcher(line);
      if (address.find()) {
        Thread.ofVirtual().start(() -> drain(lines));
        return new Browser(process, profile, HttpClient.newHttpClient(), address.group(1));
      }
    }
    throw new IOException("the browser ended before it listened");
  }

  private static void drain(BufferedReader lines) {
    try {
      while (lines.readLine() != null) {
        // Only read so that the browser does not wait.
      }
    } catch (IOException ended) {
      // It was closed.
    }
  }

  /// Opens a file, and waits until it is loaded.
  public void open(Path file, String place) {
    if (session.isEmpty()) {
      var target = found(TARGET, send("Target.createTarget", "{\"url\":\"about:blank\"}"));
      session =
          found(
              SESSION,
              send(
                  "Target.attachToTarget",
                  "{\"targetId\":\"%s\",\"flatten\":true}".formatted(target)));
      for (var domain : List.of("Page", "Runtime", "Log", "Network")) {
        send(domain + ".enable", "{}");
      }
    }
    events.clear();
    send("Page.navigate", "{\"url\":\"about:blank\"}");
    send("Page.navigate", "{\"url\":%s}".formatted(quoted(file.toUri() + place)));
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!evaluate("location.protocol + document.readyState").equals("file:complete")) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the page was not loaded");
      }
    }
  }

  public void resize(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        "{\"width\":%d,\"height\":%d,\"deviceScaleFactor\":1,\"mobile\":%s}"
            .formatted(width, height, width < 600));
    settle();
  }

  /// Waits until the page was laid out and painted as it is now.
  public void settle() {
    send(
        "Runtime.evaluate",
        "{\"awaitPromise\":true,\"expression\":%s}"
            .formatted(
                quoted(
                    "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>"
                        + " setTimeout(done))))")));
  }

  /// @param scheme `light` or `dark`
  public void prefer(String scheme) {
    send(
        "Emulation.setEmulatedMedia",
        "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"%s\"}]}".formatted(scheme));
  }

  /// The value of a JavaScript expression, as a text.
  public String evaluate(String expression) {
    var answer =
        send(
            "Runtime.evaluate",
            "{\"returnByValue\":true,\"expression\":%s}"
                .formatted(quoted("String(" + expression + ")")));
    if (answer.contains("\"exceptionDetails\"")) {
      throw new IllegalStateException(answer);
    }
    return valueOf(answer);
  }

  /// Errors of the script, refusals of the policy, and requests other than for the page itself.
  public List<String> complaints() {
    return events.stream()
        .filter(event ->
            event.contains("Runtime.exceptionThrown")
                || event.contains("Log.entryAdded")
                || event.contains("Page.javascriptDialogOpening")
                || (event.contains("Network.requestWillBeSent\"")
                    && !event.contains("\"type\":\"Document\"")))
        .toList();
  }

  private String send(String method, String parameters) {
    var id = ++number;
    var place = session.isEmpty() ? "" : ",\"sessionId\":\"%s\"".formatted(session);
    socket
        .sendText(
            "{\"id\":%d,\"method\":\"%s\",\"params\":%s%s}"
                .formatted(id, method, parameters, place),
            true)
        .join();
    try {
      for (var answer = next(); ; answer = next()) {
        if (answer.startsWith("{\"id\":%d,".formatted(id))) {
          if (answer.contains("\"error\":{")) {
            throw new IllegalStateException(method + ": " + answer);
          }
          return answer;
        }
        events.add(answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String next() throws InterruptedException {
    var answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (answer == null) {
      throw new IllegalStateException("the browser does not answer");
    }
    return answer;
  }

  private static String found(Pattern pattern, String answer) {
    var match = pattern.matcher(answer);
    if (!match.find()) {
      throw new IllegalStateException(answer);
    }
    return match.group(1);
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private static String valueOf(String answer) {
    try (var json = new JsonFactory().createParser(answer)) {
      for (var token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING && "value".equals(json.currentName())) {
          return json.getText();
        }
      }
      throw new IllegalStateException(answer);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The ratio of WCAG between a text and what is behind it.
  public static String contrast(String selector) {
    return """
    (e => {
      const light = c => c.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
      const color = text => text.match(/[\\d.]+/g).map(Number);
      const solid = e => { const c = color(getComputedStyle(e).backgroundColor);
        return c.length === 3 || c[3] === 1 ? c.slice(0, 3) : solid(e.parentElement); };
      const both = [light(color(getComputedStyle(e).color).slice(0, 3)), light(solid(e))].sort();
      return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    })(document.querySelector('%s'))
    """
        .formatted(selector);
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    delete(profile);
  }

  /// Processes that are still ending may write into it meanwhile.
  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        file.toFile().delete();
      }
    }
  }

  /// Puts together what comes in parts.
  private final class Receiver implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      text.append(part);
      if (isLast) {
        answers.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
