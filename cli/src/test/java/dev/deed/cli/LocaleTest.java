package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.cli.host.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Names outside of ASCII, in a process of its own: Java asks for the locale once, at its start.
@EnabledOnOs(OS.LINUX)
class LocaleTest {

  private static final String HELP = "run deed in a UTF-8 locale: LC_ALL=C.UTF-8 deed ...";

  @TempDir private Path folder;

  /// What the process has printed, and its exit code.
  private record Answer(String text, int exit) {}

  /// Where the test itself runs in the locale C, it cannot make the files.
  @BeforeEach
  void needsUtf8() {
    assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "the locale is not UTF-8");
  }

  @Test
  void names_the_locale_that_cannot_express_a_folder() throws IOException, InterruptedException {
    project(folder, "migrations/größe");

    var answer = deed("C", folder, "check");

    assertThat(answer.text()).contains("error: ", "cannot be used: this locale has ANSI", HELP);
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(deed("C.UTF-8", folder, "check").exit()).isZero();
  }

  @Test
  void names_the_locale_that_cannot_express_a_file() throws IOException, InterruptedException {
    project(folder, "migrations/auth");
    Files.writeString(folder.resolve("migrations/auth/web/2_größe.sql"), "SELECT 1;\n");

    var answer = deed("C", folder, "check");

    assertThat(answer.text())
        .contains("web/2_gr????e.sql cannot be used: this locale has ANSI", HELP)
        .doesNotContain("a bug in deed");
    assertThat(answer.exit()).isEqualTo(2);
  }

  @Test
  void reports_a_name_that_is_not_utf_8() throws IOException, InterruptedException {
    project(folder, "migrations/auth");
    var latin = "echo 'SELECT 1;' > \"$(printf 'migrations/auth/web/2_gr\\366e.sql')\"";
    var builder = new ProcessBuilder("sh", "-c", latin).directory(folder.toFile());
    assertThat(builder.start().waitFor()).isZero();

    var answer = deed("C.UTF-8", folder, "check");

    assertThat(answer.text()).contains("the name is not in the encoding of this locale");
    assertThat(answer.exit()).isEqualTo(1);
  }

  @Test
  void names_the_locale_that_cannot_express_where_it_is() throws IOException, InterruptedException {
    var here = Files.createDirectory(folder.resolve("größe"));
    project(here, "migrations/auth");

    var answer = deed("C", here, "check");

    assertThat(answer.text()).contains("cannot be used: this locale has", HELP);
    assertThat(answer.exit()).isEqualTo(2);
  }

  @Test
  void names_the_locale_that_cannot_express_an_argument() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("größe.sql"), "SELECT 1;\n");

    var answer = deed("POSIX", folder, "lint", "größe.sql");

    assertThat(answer.text()).contains("cannot be used: this locale has", HELP);
    assertThat(answer.exit()).isEqualTo(2);
  }

  @Test
  void prints_utf_8_in_every_locale() throws IOException, InterruptedException {
    project(folder, "migrations/auth");
    Files.writeString(
        folder.resolve("migrations/auth/web/2_size.sql"), "CREATE TABLE \"größe\" (id int);\n");

    assertThat(deed("C", folder, "effects", "migrations/auth/web/2_size.sql").text())
        .contains("größe");
  }

  @Test
  void the_start_script_takes_a_locale_that_knows_all_names()
      throws IOException, InterruptedException {
    var top = Path.of(System.getProperty("basedir", "")).resolve("..").toAbsolutePath().normalize();
    var program = ". '%s'; widen_locale; ".formatted(top.resolve("cli/jdk.sh"));

    assertThat(shell(program + "locale charmap", "LC_ALL=C")).isEqualTo("UTF-8");
    assertThat(shell(program + "locale charmap", "LANG=POSIX")).isEqualTo("UTF-8");
    assertThat(shell(program + "locale charmap", "UNSET=1")).isEqualTo("UTF-8");
    assertThat(shell(program + "echo $LC_ALL", "LC_ALL=de_DE.ISO-8859-1"))
        .isEqualTo("de_DE.ISO-8859-1");
    assertThat(shell(program + "echo $LC_CTYPE $LC_ALL", "LANG=de_DE.UTF-8")).isEmpty();
    for (var script : List.of("deed", "packaging/deed")) {
      assertThat(Files.readString(top.resolve(script))).contains("\nwiden_locale\n");
    }
  }

  private static void project(Path folder, String migrations) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {auth: {migrations: %s}}
        services: {web: {owns: {auth: ["*"]}}}
        """
            .formatted(migrations));
    Files.createDirectories(folder.resolve(migrations).resolve("web"));
    Files.writeString(
        folder.resolve(migrations).resolve("web/1_users.sql"),
        "CREATE TABLE users (id bigint PRIMARY KEY);\n-- DOWN Migration\n-- DROP TABLE users;\n");
  }

  private static String shell(String program, String variable)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder("env", "-i", "PATH=" + System.getenv("PATH"), variable);
    builder.command().addAll(List.of("sh", "-c", program));
    return text(builder.redirectErrorStream(true).start());
  }

  private static Answer deed(String locale, Path folder, String... arguments)
      throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    // Class paths are given by a file: the program's own arguments are what is tested.
    var classes = new BuiltProgram(List.of(java, "-XX:TieredStopAtLevel=1", Main.class.getName()));
    var command = BuiltProgram.named().orElse(classes).with(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("LC_ALL", locale);
    var process = builder.start();
    var text = text(process);
    return new Answer(text, process.waitFor());
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
  }

  /// The program without Quarkus, whose start has no part in this.
  static final class Main {

    private Main() {}

    public static void main(String[] arguments) {
      System.exit(Program.run(Surroundings.ofThisProcess(), arguments));
    }
  }
}
