package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The native program holds only the resources whose kind of file the profile `native` names: a new
/// kind would be missing there, and nowhere else.
class NativeResourcesTest {

  private static final Pattern INCLUDES =
      Pattern.compile(
          "<quarkus.native.resources.includes>(.*)</quarkus.native.resources.includes>");
  private static final Path MODULE = Golden.fixture("").resolve("../../..").normalize();

  @Test
  void takes_every_resource_of_every_module_along() throws Exception {
    var resources = resources();

    assertThat(resources).anyMatch(file -> file.endsWith("version.txt"));
    assertThat(resources)
        .allMatch(file -> includes().stream().anyMatch(glob -> glob.matches(file)));
  }

  private static List<PathMatcher> includes() {
    var pom = INCLUDES.matcher(Golden.read(MODULE.resolve("pom.xml")));
    assertThat(pom.find()).isTrue();
    return Stream.of(pom.group(1).split(","))
        .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
        .toList();
  }

  /// Paths as on the class path, of all modules; only Quarkus itself reads what lies outside of
  /// `dev/deed`.
  private static List<Path> resources() throws IOException {
    var found = new ArrayList<Path>();
    for (var root : roots()) {
      try (var files = Files.walk(root.resolve("dev/deed"))) {
        files.filter(Files::isRegularFile).map(root::relativize).forEach(found::add);
      }
    }
    example().forEach(found::add);
    return found;
  }

  /// The example at the top of the repository, which the build packs for the demo.
  private static List<Path> example() throws IOException {
    var top = MODULE.toAbsolutePath().resolveSibling("").normalize();
    var packed = Path.of("dev/deed/cli/demo/example");
    try (var files = Files.walk(top.resolve("migrations"))) {
      return Stream.concat(
              Stream.of(top.resolve("schema-ownership.yaml")), files.filter(Files::isRegularFile))
          .map(file -> packed.resolve(top.relativize(file).toString()))
          .toList();
    }
  }

  private static List<Path> roots() throws IOException {
    try (var modules = Files.list(MODULE.toAbsolutePath().resolveSibling(""))) {
      return modules
          .map(module -> module.resolve("src/main/resources"))
          .filter(root -> Files.isDirectory(root.resolve("dev/deed")))
          .toList();
    }
  }
}
