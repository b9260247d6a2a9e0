package dev.deed.ownership.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.deed.ownership.Golden;
import dev.deed.ownership.Owner;
import dev.deed.ownership.UrlTemplate;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Cases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class OwnershipFileTest {

  private static final SourceFile FILE = new SourceFile("schema-ownership.yaml");
  private static final DatabaseName MAIN = new DatabaseName("main");

  /// `files/<name>.yaml` has its findings in `files/<name>.txt`.
  @TestFactory
  Stream<DynamicTest> tells_every_mistake_of_a_file_at_once() {
    var files =
        Golden.entries(Golden.RESOURCES.resolve("files")).stream()
            .filter(p -> p.toString().endsWith(".yaml"))
            .toList();
    return Cases.chosen(Golden.RESOURCES.resolve("files"), files).stream()
        .map(p -> dynamicTest(p.getFileName().toString(), () -> check(p)));
  }

  private static void check(Path yaml) throws IOException {
    var read = OwnershipFile.of(FILE, Files.readAllBytes(yaml));
    var name = yaml.getFileName().toString().replace(".yaml", ".txt");
    Golden.check(yaml.resolveSibling(name), Golden.text(read.problems()));
  }

  @Test
  void spans_point_at_the_text_they_complain_about() throws IOException {
    for (var yaml : Golden.entries(Golden.RESOURCES.resolve("files"))) {
      if (yaml.toString().endsWith("wrong-types.yaml")) {
        var text = Files.readString(yaml);
        var problems = OwnershipFile.of(FILE, Files.readAllBytes(yaml)).problems();
        assertThat(problems).isNotEmpty().allSatisfy(f -> assertSpan(f, text));
      }
    }
  }

  private static void assertSpan(Finding finding, String text) {
    var before = text.substring(0, finding.span().start());
    var line = 1 + before.chars().filter(c -> c == '\n').count();
    var column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
    assertThat(List.of((long) finding.span().line(), (long) finding.span().column()))
        .isEqualTo(List.of(line, (long) column));
  }

  @Test
  void reads_everything_that_the_file_may_say() throws IOException {
    var file =
        OwnershipFile.of(
            FILE, Files.readAllBytes(Golden.RESOURCES.resolve("files").resolve("complete.yaml")));

    assertThat(file.problems()).isEmpty();
    var main = file.map().databaseNamed(MAIN).orElseThrow();
    assertThat(main.migrations()).isEqualTo(Path.of("db", "main"));
    assertThat(main.postgres()).isEqualTo(16);
    assertThat(main.searchPath()).containsExactly("app", "public");
    var auth = file.map().databaseNamed(new DatabaseName("auth")).orElseThrow();
    assertThat(auth.migrations()).isEqualTo(Path.of("migrations", "auth"));
    assertThat(auth.postgres()).isEqualTo(14);
    var web = file.map().serviceNamed(new ServiceName("web")).orElseThrow();
    assertThat(List.of(String.valueOf(web.team()), String.valueOf(web.contact())))
        .containsExactly("Web platform", "#web-platform");
    assertThat(file.policies().lockTimeout()).isEqualTo(Duration.ofMillis(1500));
    assertThat(file.policies().retries().most()).isEqualTo(3);
    assertThat(file.policies().statementTimeout()).isZero();
    assertThat(file.rules()).hasSize(2);
    assertThat(file.map().pins()).hasSize(1);
    var production = file.environmentNamed(new EnvironmentName("production")).orElseThrow();
    assertThat(production.isProtected()).isTrue();
    assertThat(production.promoteFrom()).isEqualTo(new EnvironmentName("local"));
    assertThat(production.expectationOf(MAIN).orElseThrow().host()).isEqualTo("db.example.com");
  }

  @Test
  void fills_variables_into_a_url_only_when_it_is_asked_for() throws IOException {
    var url = urlOf("local");

    assertThat(url.resolve(Map.of("DATABASE_URL", "postgresql://h/$1")))
        .isEqualTo("postgresql://h/$1");
    assertThat(url.resolve(Map.of("DATABASE_URL", ""))).isEqualTo("postgresql://localhost/main");
  }

  @Test
  void names_the_place_and_the_variable_that_is_not_set() throws IOException {
    var url = urlOf("production");

    assertThatThrownBy(() -> url.resolve(Map.of()))
        .isInstanceOf(UrlTemplate.VariableNotSet.class)
        .hasMessageContaining("schema-ownership.yaml:%d:".formatted(url.span().line()))
        .hasMessageContaining("PROD_PASSWORD");
    assertThat(url.toString()).doesNotContain("secret");
  }

  private static UrlTemplate urlOf(String environment) throws IOException {
    var bytes = Files.readAllBytes(Golden.RESOURCES.resolve("files").resolve("complete.yaml"));
    return OwnershipFile.of(FILE, bytes)
        .environmentNamed(new EnvironmentName(environment))
        .flatMap(e -> e.urlOf(MAIN))
        .orElseThrow();
  }

  @Test
  void refuses_bytes_that_are_not_utf_8_and_says_where() {
    var bytes = "version: 1\nservices: \u00e4".getBytes(StandardCharsets.ISO_8859_1);

    var problem = OwnershipFile.of(FILE, bytes).problems().getFirst();

    assertThat(problem.message()).contains("not UTF-8").contains("0xE4");
    assertThat(problem.span().line()).isEqualTo(2);
    assertThat(problem.span().column()).isEqualTo(11);
  }

  @Test
  void knows_utf_16_by_its_mark() {
    var problem = OwnershipFile.of(FILE, "version: 1".getBytes(StandardCharsets.UTF_16)).problems();

    assertThat(problem)
        .singleElement()
        .satisfies(f -> assertThat(f.advice()).contains("iconv -f UTF-16 -t UTF-8"));
  }

  @Test
  void refuses_a_file_of_five_megabytes() {
    var bytes = new byte[5_000_000];
    Arrays.fill(bytes, (byte) '#');

    var problems = OwnershipFile.of(FILE, bytes).problems();

    assertThat(problems).singleElement().satisfies(f -> assertThat(f.message()).contains("1 MB"));
  }

  @Test
  void survives_any_nesting() {
    for (var open : List.of("[", "{a: ", "- ", "? ", "{")) {
      var bytes = open.repeat(100_000).getBytes(StandardCharsets.UTF_8);
      assertThat(OwnershipFile.of(FILE, bytes).problems()).isNotEmpty();
    }
  }

  @Test
  void reads_a_file_that_begins_with_a_byte_order_mark() {
    var text = "\uFEFFversion: 1\ndatabases: {main: }\nservices: {a: {owns: {main: [t]}}}\n";

    var file = OwnershipFile.of(FILE, text.getBytes(StandardCharsets.UTF_8));

    assertThat(file.problems()).isEmpty();
    assertThat(file.map().ownerOf(MAIN, QualifiedName.of("t"))).isInstanceOf(Owner.OwnedBy.class);
  }

  @Test
  void says_that_there_is_no_file(@TempDir Path folder) {
    assertThatThrownBy(() -> OwnershipFile.read(folder.resolve("none.yaml"), FILE))
        .isInstanceOf(OwnershipFile.Unreadable.class)
        .hasMessage("there is no file schema-ownership.yaml");
    assertThatThrownBy(() -> OwnershipFile.read(folder, FILE))
        .isInstanceOf(OwnershipFile.Unreadable.class)
        .hasMessageContaining("it is a folder");
  }
}
