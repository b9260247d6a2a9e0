package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.deed.ownership.file.OwnershipFile;
import dev.deed.ownership.file.OwnershipSchema;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The JSON Schema of the ownership file and its reader accept the same.
class OwnershipSchemaTest {

  private static final Path OWNERSHIP =
      Path.of(System.getProperty("basedir", "")).resolve("../ownership").normalize();
  private static final Pattern LIST =
      Pattern.compile("List<String> [A-Z_]*KEYS =\\s*List\\.of\\(([^;]*)\\);");
  private static final Pattern KEY = Pattern.compile("\"([a-z_]+)\"");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(OwnershipSchema.text());

  static List<Path> readable() throws IOException {
    try (var files = Files.walk(OWNERSHIP.resolve("src/test/resources"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> errors(Golden.read(file)).isEmpty())
          .sorted()
          .toList();
    }
  }

  private static List<String> errors(String text) {
    return OwnershipFile.of(new SourceFile("x.yaml"), text.getBytes(UTF_8)).problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .map(problem -> problem.message())
        .toList();
  }

  private static List<String> mistakes(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML).stream().map(Object::toString).toList();
  }

  @ParameterizedTest
  @MethodSource("readable")
  void accepts_every_file_that_the_reader_accepts(Path file) {
    assertThat(mistakes(Golden.read(file))).isEmpty();
  }

  @Test
  void accepts_the_example() {
    assertThat(mistakes(Golden.read(OWNERSHIP.resolve("../schema-ownership.yaml")))).isEmpty();
  }

  @Test
  void has_every_key_of_the_reader_and_no_other() throws IOException {
    var described = new TreeSet<String>();
    collect(new ObjectMapper().readTree(OwnershipSchema.text()), described);
    assertThat(described).isEqualTo(known());
  }

  private static void collect(JsonNode node, Set<String> keys) {
    if (node.isObject() && node.path("properties").isObject()) {
      node.get("properties").propertyNames().forEach(keys::add);
    }
    node.forEach(inner -> collect(inner, keys));
  }

  private static Set<String> known() throws IOException {
    var folder = OWNERSHIP.resolve("src/main/java/dev/deed/ownership/file");
    try (var files = Files.list(folder)) {
      var readers =
          files
              .filter(file -> file.toString().endsWith("Reader.java"))
              .map(Golden::read)
              .collect(joining("\n"));
      return LIST.matcher(readers)
          .results()
          .flatMap(list -> KEY.matcher(list.group(1)).results())
          .map(key -> key.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /// A key too many at each place that has keys.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x: 1",
        "databases: {main: {x: 1}}",
        "databases: {main: {sources: [{tool: sql, migrations: a, x: 1}]}}",
        "services: {web: {x: 1}}",
        "services: {web: {uses: {main: [{table: a, access: reads, x: 1}]}}}",
        "services: {web: {allows: [{migration: main/1, by: web, reason: a, x: 1}]}}",
        "environments: {local: {x: 1}}",
        "environments: {local: {expect: {x: a}}}",
        "policies: {x: 1}",
        "drift: {ignore: [{object: a, reason: b, x: 1}]}",
        "drift: {x: []}",
        // Values that are wrong.
        "databases: {main: {postgres: 9}}",
        "databases: {main: {tool: flywya, migrations: a}}",
        "services: {web: {uses: {main: [{table: a, access: write}]}}}",
        "policies: {lock_timeout: fast}",
        "rules: {not-owner: never}",
        "environments: {local: {protected: perhaps}}",
        "environments: {local: {urls: {main: mysql://x}}}",
        "services: {Web: {}}",
        "version: 2",
      })
  void refuses_what_the_reader_refuses(String part) {
    var file = new StringBuilder();
    for (var line :
        Stream.of("version: 1", "databases: {main: {}}", "services: {web: {owns: {main: [a]}}}")
            .toList()) {
      var key = line.substring(0, line.indexOf(':'));
      file.append(part.startsWith(key + ":") ? part : line).append('\n');
    }
    var text = file.toString();
    var whole = text.contains(part) ? text : text + part + "\n";
    assertThat(errors(whole)).isNotEmpty();
    assertThat(mistakes(whole)).isNotEmpty();
  }
}
