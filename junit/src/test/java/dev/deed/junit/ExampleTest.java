package dev.deed.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example project: its tests are compiled and run as its own build would.
class ExampleTest {

  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path EXAMPLE = MODULE.resolve("example");

  @TempDir private Path classes;

  @Test
  void its_tests_succeed() throws Exception {
    compile();
    try (var loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, ExampleTest.class.getClassLoader())) {
      var run = TestRun.of(loader.loadClass("example.OrdersTest"), EXAMPLE);

      assertThat(run.failures()).isEmpty();
      assertThat(run.ends()).hasSize(3);
    }
  }

  private void compile() throws IOException {
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var sources =
          files.getJavaFileObjects(EXAMPLE.resolve("src/test/java/example/OrdersTest.java"));
      var options = List.of("-d", classes.toString(), "-proc:none");
      assertThat(compiler.getTask(null, files, null, options, null, sources).call()).isTrue();
    }
  }

  @Test
  void its_build_names_the_versions_of_this_one() throws IOException {
    var parent = Files.readString(MODULE.resolve("../pom.xml"));
    var example = Files.readString(EXAMPLE.resolve("pom.xml"));

    assertThat(example)
        .contains("<deed.version>%s<".formatted(first("<version>([^<]+)<", parent)))
        .contains("<junit.version>%s<".formatted(first("<junit.version>([^<]+)<", parent)));
  }

  /// The first lines of the example's test are those of the README.
  @Test
  void is_what_the_readme_shows() throws IOException {
    var readme = Files.readString(MODULE.resolve("README.md"));
    var example = Files.readString(EXAMPLE.resolve("src/test/java/example/OrdersTest.java"));
    var shown =
        first("(?s)```java\\n(@MigratedDatabase\\nclass OrdersTest.*?)\\n  \\.\\.\\.", readme);

    assertThat(example).contains(shown);
  }

  private static String first(String pattern, String text) {
    var found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
