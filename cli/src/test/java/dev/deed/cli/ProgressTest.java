package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import dev.deed.cli.host.Signals;
import dev.deed.cli.host.Surroundings;
import dev.deed.engine.postgres.Await;
import dev.deed.engine.postgres.Hold;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The progress on stderr: for a terminal, for `grep`, for a program.
@ExtendWith(PostgresExtension.class)
class ProgressTest {

  private static final String ERASE = "\u001b[1A\u001b[J";
  private static final String ERASED = Pattern.quote(ERASE);

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles(TestDatabase auth) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {auth: {}}
        services: {web: {owns: {auth: ["*"]}}}
        environments: {local: {urls: {auth: "%s"}}}
        """
            .formatted(auth.url()));
    writeMigration("SELECT 1;");
  }

  private void writeMigration(String statement) throws IOException {
    var migrations = Files.createDirectories(folder.resolve("migrations/auth/web"));
    Files.writeString(
        migrations.resolve("1_users.sql"),
        "CREATE TABLE users (id int);\n%s\nDO $$ BEGIN RAISE NOTICE 'hello'; END $$;"
            .formatted(statement));
  }

  @Test
  void rewrites_a_line_a_database_on_a_terminal_and_leaves_none_behind(TestDatabase auth)
      throws IOException, InterruptedException, SQLException {
    var err = applyUntil(auth, 80, "auth: auth/1_users \\(web\\): do, [1-9]\\d* s\n" + ERASED);

    assertThat(err)
        .contains("auth: NOTICE: hello\n")
        .containsPattern("auth: applied auth/1_users \\(web\\) in \\d+ ms\n$");
    assertThat(screen(err)).doesNotContain(": do", ERASE).startsWith("auth: 1 migration\n");
  }

  @Test
  void cuts_a_line_that_would_wrap(TestDatabase auth)
      throws IOException, InterruptedException, SQLException {
    assertThat(applyUntil(auth, 25, "auth: auth/1_users \\(w\\.\\.\\.\n").lines())
        .noneMatch(line -> line.startsWith("auth: auth/") && line.length() > 24);
  }

  @Test
  void writes_a_line_a_step_where_nobody_watches(TestDatabase auth) {
    assertThat(run(false, 80, "apply", "--env", "local"))
        .matches(
            "auth: 1 migration\nauth: NOTICE: hello\nauth: applied auth/1_users \\(web\\) in \\d+ ms\n");
  }

  @Test
  void writes_an_object_a_line_for_programs(TestDatabase auth) throws IOException {
    var err = run(true, 80, "apply", "--env", "local", "--log", "json");

    assertThat(err.lines()).hasSizeGreaterThan(8);
    for (var line : err.lines().toList()) {
      assertThat(line)
          .startsWith("{\"at\":\"20")
          .contains("\"environment\":\"local\",\"database\":\"auth\"");
      try (var json = new JsonFactory().createParser(line)) {
        while (json.nextToken() != null) {
          assertThat(json.currentToken()).isNotNull();
        }
      }
    }
    assertThat(err)
        .contains("\"event\":\"run_started\"", "\"event\":\"statement_started\"")
        .contains("\"version\":\"1\",\"slug\":\"users\",\"service\":\"web\"")
        .contains("\"statement\":2,\"line\":2,\"command\":\"SELECT\"")
        .contains("\"severity\":\"NOTICE\",\"message\":\"hello\"")
        .contains("\"event\":\"run_done\"");
  }

  @Test
  void tells_programs_in_an_object_a_line_why_it_failed(TestDatabase auth) {
    assertThat(run(false, 80, "apply", "--env", "nowhere", "--log", "json"))
        .matches(
            "\\{\"at\":\"20[^\"]+\",\"event\":\"failed\","
                + "\"error\":\"there is no environment named nowhere\","
                + "\"help\":\"known names: (?:[^\"\\\\]|\\\\.)+\"}\n");
  }

  /// The final content of the terminal.
  private static String screen(String written) {
    var text = written;
    while (text.contains(ERASE)) {
      text = text.replaceFirst("[^\n]*\n\u001b\\[1A\u001b\\[J", "");
    }
    return text;
  }

  /// Applies with a statement that lasts until the progress has shown this.
  private String applyUntil(TestDatabase auth, int columns, String shown)
      throws IOException, InterruptedException, SQLException {
    var err = new ByteArrayOutputStream();
    try (var hold = Hold.in(auth)) {
      writeMigration(hold.sql());
      var releasing =
          Thread.startVirtualThread(() -> {
            try (hold) {
              var pattern = Pattern.compile(shown);
              Await.until(
                  "the progress", () -> err.toString(UTF_8), text -> pattern.matcher(text).find());
            }
          });
      run(err, true, columns, "apply", "--env", "local");
      releasing.join();
    }
    assertThat(err.toString(UTF_8)).containsPattern(shown);
    return err.toString(UTF_8);
  }

  private String run(boolean watched, int columns, String... arguments) {
    var err = new ByteArrayOutputStream();
    run(err, watched, columns, arguments);
    return err.toString(UTF_8);
  }

  private void run(ByteArrayOutputStream err, boolean watched, int columns, String... arguments) {
    var nothing = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    var surroundings =
        new Surroundings(
            Map.of("COLUMNS", "" + columns),
            folder,
            Clock.systemUTC(),
            InputStream.nullInputStream(),
            nothing,
            new PrintStream(err, true, UTF_8),
            false,
            watched,
            Signals.NONE);
    Program.run(surroundings, arguments);
  }
}
