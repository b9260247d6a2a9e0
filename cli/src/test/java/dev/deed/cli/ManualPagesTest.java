package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages of the manual, as `man` reads them.
class ManualPagesTest {

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));

  @BeforeEach
  void open() {
    console = Console.in(folder);
  }

  @Test
  void has_a_page_of_every_command() {
    assertThat(console.run("man", "--write", "man1").exit()).isZero();
    for (var name : HelpPagesTest.pages()) {
      assertThat(folder.resolve("man1").resolve(name.replace(' ', '-') + ".1")).isNotEmptyFile();
    }
    assertThat(folder.resolve("man1/deed-apply.1"))
        .content(UTF_8)
        .isEqualTo(console.run("man", "apply").out());
  }

  @Test
  void says_what_the_help_says() {
    assertThat(console.run("man", "expand", "rename-column").out())
        .contains(
            ".TH \"DEED\\-EXPAND\\-RENAME\\-COLUMN\" 1", ".SH EXAMPLES", "users name full_name")
        .contains("deed\\-expand(1)");
    assertThat(console.run("man").out())
        .contains(".B \"\\-V, \\-\\-version\"", "deed\\-apply(1)", ".SH EXIT STATUS");
  }

  @Test
  void refuses_what_it_has_no_page_for() throws IOException {
    assertThat(console.run("man", "aply").err()).contains("there is no command 'aply'");
    assertThat(console.run("man", "apply", "--write", "x").err()).contains("name none");
    Files.writeString(folder.resolve("file"), "");
    assertThat(console.run("man", "--write", "file").err())
        .contains("the pages cannot be written into file");
  }

  /// Formatters warn of requests and letters that they do not know.
  @Test
  void has_nothing_that_man_warns_of() throws IOException, InterruptedException {
    assumeTrue(answers("groff", "--version"), "groff is not installed");
    console.run("man", "--write", "man1");
    try (var pages = Files.list(folder.resolve("man1"))) {
      var line =
          Stream.concat(
                  Stream.of("groff", "-man", "-Tutf8", "-ww", "-z"),
                  pages.map(Path::toString).sorted())
              .toList();
      assertThat(errors(line)).isEmpty();
    }
    // So it would find something.
    Files.writeString(folder.resolve("wrong.1"), ".TH X 1\n.XYZ\n");
    assertThat(errors(List.of("groff", "-man", "-Tutf8", "-ww", "-z", "wrong.1"))).contains("XYZ");
  }

  @Test
  void is_shown_by_man() throws IOException, InterruptedException {
    assumeTrue(answers("man", "--version"), "man is not installed");
    Files.writeString(folder.resolve("deed-drift.1"), console.run("man", "drift").out());
    var man = new ProcessBuilder("man", "--warnings", "-P", "cat", "-l", "deed-drift.1");
    man.directory(folder.toFile()).environment().put("MANWIDTH", "80");
    var shown = man.start();
    var text = new String(shown.getInputStream().readAllBytes(), UTF_8);
    assertThat(new String(shown.getErrorStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(text)
        .contains("deed drift --env", "EXIT STATUS")
        .contains("migrations              what all migration files say\n");
  }

  private String errors(List<String> line) throws IOException, InterruptedException {
    var process = new ProcessBuilder(line).directory(folder.toFile()).start();
    var errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
    process.waitFor();
    return errors;
  }

  private static boolean answers(String... line) throws InterruptedException {
    try {
      return new ProcessBuilder(line).start().waitFor(2, TimeUnit.MINUTES);
    } catch (IOException e) {
      return false;
    }
  }
}
