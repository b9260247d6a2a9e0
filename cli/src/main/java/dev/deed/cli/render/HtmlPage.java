package dev.deed.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A report as one HTML file, which needs no network: its policy forbids it, and permits only its
/// own script and style. The template gets maps, lists and texts, so nothing is found by
/// reflection.
final class HtmlPage {

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final String HTML = "text/html";

  private HtmlPage() {}

  /// @param name of the template, its style and its script
  static String of(String name, Map<String, Object> values) {
    var style = resource(name + ".css");
    var script = resource(name + ".js");
    var page = new HashMap<>(values);
    page.put("style", new RawString(style));
    page.put("script", new RawString(script));
    page.put("styleHash", hash(style));
    page.put("scriptHash", hash(script));
    var engine =
        Engine.builder()
            .addDefaults()
            .addResultMapper(new HtmlEscaper(List.of(HTML)))
            .timeout(LONGEST.toMillis())
            .build();
    return engine.parse(resource(name + ".html"), Variant.forContentType(HTML)).data(page).render();
  }

  /// As a policy names a script or a style.
  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (var stream = HtmlPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
