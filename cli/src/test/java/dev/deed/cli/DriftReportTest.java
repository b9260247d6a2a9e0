package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the report of `deed drift` goes, and with which exit code.
class DriftReportTest {

  @TempDir private Path folder;
  private final List<String> posted = new ArrayList<>();
  private int answer = 200;
  private HttpServer server;
  private Console console = Console.in(Path.of(""));

  @BeforeEach
  void starts() throws IOException {
    Files.writeString(folder.resolve("a.sql"), "CREATE TABLE a (x int);");
    Files.writeString(folder.resolve("b.sql"), "CREATE TABLE a (x text);");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          posted.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    server.start();
    console =
        Console.in(folder)
            .with(
                Map.of(
                    "HOOK", "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort())));
  }

  @AfterEach
  void stops() {
    server.stop(0);
  }

  @Test
  void posts_what_the_json_says() {
    var run = drift("b.sql", "--format", "json", "--webhook", "${HOOK}");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(posted).containsExactly(run.out());
  }

  @Test
  void posts_that_there_is_no_drift() {
    assertThat(drift("a.sql", "--webhook", "${HOOK}").exit()).isZero();
    assertThat(posted).singleElement().asString().contains("\"verdict\" : \"yes\"");
  }

  @Test
  void posts_that_the_command_failed() {
    assertThat(drift("nowhere.sql", "--webhook", "${HOOK}").exit()).isEqualTo(2);
    assertThat(posted)
        .singleElement()
        .asString()
        .contains("\"report\" : \"failed\"", "nowhere.sql");
  }

  @Test
  void says_that_a_report_was_not_posted_and_prints_it() {
    answer = 404;

    var run =
        drift("b.sql", "--webhook", "${HOOK}", "--format", "text", "--format", "html=drift.html");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("changed column public.a.x");
    assertThat(run.err())
        .contains("error: the report was not posted to http://127.0.0.1:", "status 404")
        .doesNotContain("/hook");
    assertThat(folder.resolve("drift.html")).isNotEmptyFile();
  }

  @Test
  void says_so_even_if_there_is_no_drift() {
    answer = 404;

    assertThat(drift("a.sql", "--webhook", "${HOOK}").exit()).isEqualTo(3);
  }

  @Test
  void posts_nothing_to_an_address_that_it_cannot_use() {
    var run = drift("b.sql", "--webhook", "${NOWHERE}");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(posted).isEmpty();
  }

  /// A night without the server, between two with it.
  @Test
  void keeps_the_age_of_differences_over_a_night_without_the_server() throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {}}
        services: {shop: {team: Shop team, owns: {main: ["*"]}}}
        environments:
          production: {urls: {main: "postgresql://u@127.0.0.1:1/none"}}
        policies: {connect_wait: 0s}
        """);
    Files.createDirectories(folder.resolve("migrations/main/shop"));
    Files.writeString(folder.resolve("migrations/main/shop/1_a.sql"), "CREATE TABLE a (x int);");

    assertThat(drift("b.sql", "--format", "json=1.json").exit()).isEqualTo(1);
    var night =
        later(1)
            .run(
                "drift",
                "--env",
                "production",
                "--since",
                "1.json",
                "--format",
                "text",
                "--format",
                "json=2.json",
                "--format",
                "html=2.html");
    var next = later(2).run("drift", "--from", "a.sql", "--to", "b.sql", "--since", "2.json");

    assertThat(night.exit()).isEqualTo(3);
    assertThat(night.out()).contains("main: not compared");
    assertThat(night.err()).contains("error: main");
    assertThat(folder.resolve("2.html")).content().contains("1 database not compared");
    assertThat(next.out())
        .contains(
            "owner: shop (Shop team)", "changed column public.a.x (since 2026-02-03, 2 days)");
  }

  private Console later(int days) {
    return new Console(
        folder, console.environment(), console.now().plusSeconds(days * 86_400L), List.of());
  }

  @Test
  void is_coloured_on_a_terminal_only() {
    assertThat(drift("b.sql").out()).doesNotContain("\u001b");
    assertThat(console.typing("").run("drift", "--from", "a.sql", "--to", "b.sql").out())
        .contains("\u001b[1;31mbreaking\u001b[0m");
    assertThat(drift("b.sql", "--color", "always").out()).contains("\u001b[36mnext:\u001b[0m");
  }

  @Test
  void fits_into_a_narrow_terminal() throws IOException {
    Files.writeString(
        folder.resolve("a.sql"),
        """
        -- PostgreSQL database dump
        CREATE TABLE a (x int DEFAULT 1234567);
        -- PostgreSQL database dump complete
        """);
    Files.writeString(
        folder.resolve("b.sql"),
        "CREATE TABLE a (x int DEFAULT 1234568);\nGRANT SELECT ON a TO b;");

    var run =
        console
            .with(Map.of("COLUMNS", "40", "NO_COLOR", "1"))
            .typing("")
            .run("drift", "--from", "a.sql", "--to", "b.sql");

    assertThat(run.out()).contains("--no-privileges?");
    // A command to copy stays on one line.
    assertThat(run.out().lines().filter(line -> !line.startsWith("next:")))
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(40));
  }

  private Console.Answer drift(String to, String... options) {
    var words = new ArrayList<>(List.of("drift", "--from", "a.sql", "--to", to));
    words.addAll(List.of(options));
    return console.run(words.toArray(String[]::new));
  }
}
