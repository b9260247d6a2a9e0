package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.host.ProcessStream;
import dev.deed.cli.host.Signals;
import dev.deed.cli.host.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files and colours of reports, which transcripts do not show.
class ReportOutputsTest {

  private static final String ESCAPE = "\u001b[";

  @TempDir private Path folder;

  @BeforeEach
  void writes_a_project_with_a_finding() throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        "version: 1\ndatabases: {main: {}}\nservices: {web: {owns: {main: [a]}}}\n");
    var migration = folder.resolve("migrations/main/web/001_b.sql");
    Files.createDirectories(migration.getParent());
    Files.writeString(migration, "CREATE TABLE b ();");
  }

  @ParameterizedTest
  @CsvSource({
    "true,  '',       auto,   true",
    "true,  NO_COLOR, auto,   false",
    "true,  dumb,     auto,   false",
    "true,  '',       never,  false",
    "false, '',       auto,   false",
    "false, NO_COLOR, always, true",
  })
  void colours_only_where_somebody_sees_it(
      boolean terminal, String told, String when, boolean colored) {
    var environment =
        switch (told) {
          case "NO_COLOR" -> Map.of("NO_COLOR", "1");
          case "dumb" -> Map.of("TERM", "dumb");
          default -> Map.of("TERM", "xterm", "NO_COLOR", "");
        };

    var out = run(environment, terminal, "check", "--color", when);

    assertThat(out.contains(ESCAPE)).isEqualTo(colored);
    assertThat(out.replaceAll("\u001b\\[[0-9;]*m", ""))
        .contains("001_b.sql:1:1: error: ")
        .contains("\n1 migration checked: 1 error");
  }

  @Test
  void colours_no_file() throws IOException {
    run(Map.of(), true, "check", "--color", "always", "--format", "text=out.txt");

    assertThat(Files.readString(folder.resolve("out.txt")))
        .contains("1 migration checked")
        .doesNotContain(ESCAPE);
  }

  @Test
  void writes_one_report_in_many_formats() throws IOException {
    var out =
        run(
            Map.of(),
            false,
            "check",
            "--format=github",
            "--format=sarif=a.sarif",
            "--format=gitlab=" + folder.resolve("b.json"),
            "--format=junit=c.xml",
            "--format=markdown=d.md");

    assertThat(out).startsWith("::");
    assertThat(folder.resolve("a.sarif")).content().contains("\"2.1.0\"");
    assertThat(folder.resolve("b.json")).content().contains("\"check_name\"");
    assertThat(folder.resolve("c.xml")).content().startsWith("<?xml");
    assertThat(folder.resolve("d.md")).content().contains("### deed: ");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void writes_through_a_link_and_leaves_it_there() throws IOException {
    var file = Files.writeString(folder.resolve("file.json"), "old");
    var link = Files.createSymbolicLink(folder.resolve("link.json"), file);

    run(Map.of(), false, "check", "--format=json=link.json");

    assertThat(link).isSymbolicLink();
    assertThat(file).content().startsWith("{");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void tells_of_a_device_that_takes_no_more_and_still_writes_the_others() {
    var answer =
        Console.in(folder)
            .run("check", "--format=json=/dev/full", "--format=sarif=b.sarif", "--format=text");

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.out()).contains("1 migration checked");
    assertThat(answer.err()).startsWith("error: cannot write /dev/full: ");
    assertThat(folder.resolve("b.sarif")).isNotEmptyFile();
  }

  @Test
  void tells_before_the_work_of_a_file_that_cannot_be_written() throws IOException {
    Files.writeString(folder.resolve("file.json"), "old");

    var answer =
        Console.in(folder).run("check", "--format=json=file.json/x", "--format=sarif=b.sarif");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).startsWith("error: cannot write file.json/x: ");
    assertThat(folder.resolve("b.sarif")).doesNotExist();
  }

  @Test
  void tells_of_a_screen_that_takes_no_more() {
    var full = new ProcessStream(failing("No space left on device"));

    var bad = answer(full, "check");
    var help = answer(full, "check", "--help");

    assertThat(bad.exit()).isEqualTo(1);
    assertThat(bad.err())
        .startsWith("error: cannot write to standard output: No space left on device\nhelp: ");
    assertThat(help.exit()).isEqualTo(2);
  }

  @Test
  void says_nothing_where_the_reader_has_read_enough() {
    var answer = answer(new ProcessStream(failing("Broken pipe")), "check", "--help");

    assertThat(answer.exit()).isZero();
    assertThat(answer.err()).isEmpty();
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int character) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  private Console.Answer answer(PrintStream out, String... arguments) {
    var err = new ByteArrayOutputStream();
    var surroundings =
        new Surroundings(
            Map.of(),
            folder,
            Clock.systemUTC(),
            InputStream.nullInputStream(),
            out,
            new PrintStream(err, true, UTF_8),
            false,
            false,
            Signals.NONE);
    var exit = Program.run(surroundings, arguments);
    return new Console.Answer("", err.toString(UTF_8), "", exit);
  }

  private String run(Map<String, String> environment, boolean terminal, String... arguments) {
    var out = new ByteArrayOutputStream();
    var surroundings =
        new Surroundings(
            environment,
            folder,
            Clock.systemUTC(),
            InputStream.nullInputStream(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), true, UTF_8),
            terminal,
            false,
            Signals.NONE);
    Program.run(surroundings, arguments);
    return out.toString(UTF_8);
  }
}
