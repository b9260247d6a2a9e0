package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// ARCHITECTURE.md says of each package what the package says of itself, and names only types that
/// exist.
class ArchitecturePageTest {

  private static final Path TOP =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("..").normalize();
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\|[^|]*\\| `(dev[\\w.]+)` \\| (.*) \\|$");
  private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)(?:\\.\\w+)?`");

  @Test
  void has_a_row_for_every_package_in_the_words_of_the_package() throws IOException {
    var rows = new TreeMap<String, String>();
    ROW.matcher(page()).results().forEach(row -> rows.put(row.group(1), row.group(2)));
    assertThat(rows).isEqualTo(packages());
  }

  @Test
  void names_no_type_that_is_gone() throws IOException {
    var known = new TreeSet<String>();
    sources("src/main/java").values().forEach(source -> known.add(type(source)));
    sources("src/test/java").values().forEach(source -> known.add(type(source)));
    var gone = new TreeSet<String>();
    TYPE.matcher(page()).results().forEach(found -> gone.add(found.group(1)));
    gone.removeAll(known);
    assertThat(gone).isEmpty();
  }

  private static Map<String, String> packages() throws IOException {
    var words = new TreeMap<String, String>();
    for (var source : sources("src/main/java").values()) {
      if (source.endsWith("package-info.java")) {
        var text = Files.readString(source);
        words.put(
            text.replaceAll("(?s).*\npackage ([\\w.]+);.*", "$1"),
            text.lines()
                .filter(line -> line.startsWith("/// "))
                .map(line -> line.substring(4))
                .collect(Collectors.joining(" ")));
      }
    }
    return words;
  }

  private static String type(Path source) {
    return source.getFileName().toString().replace(".java", "");
  }

  private static Map<String, Path> sources(String folder) throws IOException {
    var sources = new TreeMap<String, Path>();
    try (var modules = Files.list(TOP)) {
      for (var module : modules.filter(m -> Files.isDirectory(m.resolve(folder))).toList()) {
        try (var files = Files.walk(module.resolve(folder))) {
          files
              .filter(file -> file.toString().endsWith(".java"))
              .forEach(file -> sources.put(file.toString(), file));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return sources;
  }

  private static String page() throws IOException {
    return Files.readString(TOP.resolve("ARCHITECTURE.md"));
  }
}
