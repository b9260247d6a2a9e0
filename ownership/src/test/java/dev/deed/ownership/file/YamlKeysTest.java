package dev.deed.ownership.file;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every key that a reader of `schema-ownership.yaml` lists as known is read, and a file of the
/// tests has it. A key that is known but not read would be ignored without a word.
class YamlKeysTest {

  private static final Path BASE = Path.of(System.getProperty("basedir", ""));
  private static final Pattern LIST =
      Pattern.compile("List<String> [A-Z_]*KEYS =\\s*List\\.of\\(([^;]*)\\);");
  private static final Pattern KEY = Pattern.compile("\"([a-z_]+)\"");

  @Test
  void reads_every_key_that_it_knows() throws IOException {
    assertThat(known()).hasSizeGreaterThan(25);
    var readers = readers().collect(joining("\n"));
    assertThat(known())
        .filteredOn(
            key -> Pattern.compile("\"" + key + "\"").matcher(readers).results().count() < 2)
        .isEmpty();
  }

  @Test
  void has_a_file_with_every_key() throws IOException {
    var files = texts(BASE.resolve("src/test/resources"), ".yaml").collect(joining("\n"));
    assertThat(known())
        .filteredOn(key -> !Pattern.compile("\\b" + key + ":").matcher(files).find())
        .isEmpty();
  }

  private static List<String> known() throws IOException {
    return readers()
        .flatMap(reader -> LIST.matcher(reader).results())
        .flatMap(list -> KEY.matcher(list.group(1)).results())
        .map(key -> key.group(1))
        .distinct()
        .toList();
  }

  private static Stream<String> readers() throws IOException {
    return texts(BASE.resolve("src/main/java/dev/deed/ownership/file"), "Reader.java");
  }

  private static Stream<String> texts(Path folder, String ending) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).toList().stream().map(Golden::read);
    }
  }
}
