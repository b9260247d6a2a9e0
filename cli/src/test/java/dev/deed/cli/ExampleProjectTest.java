package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.demo.ExampleProject;
import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example packed into the program is the one at the top of the repository.
class ExampleProjectTest {

  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path TOP = MODULE.resolve("..").normalize();

  @Test
  void packs_every_file_of_the_example() throws IOException {
    try (var found = Files.walk(TOP.resolve("migrations"))) {
      var files =
          Stream.concat(Stream.of(TOP.resolve("schema-ownership.yaml")), found)
              .filter(Files::isRegularFile)
              .map(file -> TOP.relativize(file).toString().replace('\\', '/') + "\n")
              .sorted()
              .collect(Collectors.joining());
      Golden.check(MODULE.resolve("src/main/resources/dev/deed/cli/demo/example.txt"), files);
    }
  }

  @Test
  void copies_them_as_they_are(@TempDir Path folder) throws IOException {
    ExampleProject.copyTo(folder);
    for (var file : ExampleProject.files()) {
      assertThat(folder.resolve(file)).hasSameBinaryContentAs(TOP.resolve(file));
    }
  }
}
