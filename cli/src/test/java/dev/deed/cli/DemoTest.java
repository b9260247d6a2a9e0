package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole demo with its own server: the slowest test, but it covers what a new user runs first.
class DemoTest {

  @Test
  void goes_as_it_is_told_and_leaves_nothing_behind(@TempDir Path folder) throws IOException {
    var before = leftovers();
    var path = System.getenv().getOrDefault("PATH", "");

    var answer = Console.in(folder).with(Map.of("PATH", path)).run("demo");

    assertThat(answer.out()).contains("That is deed.").doesNotContain("!!");
    assertThat(answer.exit()).isZero();
    assertThat(leftovers()).isEqualTo(before);
  }

  private static List<Path> leftovers() throws IOException {
    try (var found = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return found
          .filter(path -> path.getFileName().toString().startsWith("deed-demo-"))
          .sorted()
          .toList();
    }
  }
}
