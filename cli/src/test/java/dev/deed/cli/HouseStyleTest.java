package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.deed.sql.golden.Golden;
import dev.deed.sql.golden.HouseStyle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The texts of all modules: string literals and comments of the sources, rule pages, documents,
/// and golden files, which contain composed messages.
class HouseStyleTest {

  private static final Path TOP = Path.of(System.getProperty("basedir", "")).resolve("..");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`\n]*`");

  /// Three words or more, without a space at the end: `"reads every row of " + table` is usually a
  /// predicate, and composed messages are checked by the tests that produce them.
  private static final Pattern SENTENCE = Pattern.compile("\\S+ \\S+ \\S.*\\S", Pattern.DOTALL);

  private static final Pattern COMMENT = Pattern.compile("(?<![:\"\\w])//.*");

  /// Schemas that others publish, and the reports of drift cases, which a test writes in words of
  /// its own.
  private static final List<Path> FOREIGN =
      List.of(
          Path.of("sarif", "sarif-2.1.0-rtm.5.json"),
          Path.of("ci", "github-workflow-schema.json"),
          Path.of("report.txt"));

  @Test
  void uses_plain_words_in_every_string() {
    assertThat(
            sources()
                .flatMap(file ->
                    Literals.of(Golden.read(file)).stream()
                        .flatMap(literal -> found(file, literal.line(), literal.text()))))
        .isEmpty();
  }

  @Test
  void begins_every_message_with_its_subject() {
    assertThat(sources().flatMap(HouseStyleTest::withoutSubject)).isEmpty();
  }

  @Test
  void uses_plain_words_in_comments() {
    assertThat(sources().flatMap(file -> lines(file, comments(Golden.read(file))))).isEmpty();
  }

  @Test
  void uses_plain_words_in_pages_and_documents() {
    var pages = Stream.concat(files("src/main/resources", ".md"), documents());
    assertThat(pages.flatMap(file -> lines(file, withoutCode(Golden.read(file))))).isEmpty();
  }

  @Test
  void uses_plain_words_in_golden_files() {
    var golden = files("src/test/resources", ".txt", ".text", ".markdown", ".json");
    assertThat(
            golden
                .filter(file -> FOREIGN.stream().noneMatch(file::endsWith))
                .flatMap(file -> lines(file, Golden.read(file))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blocks reads and writes of %s",
        "fails if %s has any rows",
        "writes every row of %s",
        "locks `users`"
      })
  void misses_the_subject(String message) {
    assertThat(HouseStyle.hasNoSubject(message)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this blocks reads and writes of %s",
        "writes wait for the lock",
        "locks: none",
        "reads and writes of %s wait",
        "run it again"
      })
  void finds_the_subject(String message) {
    assertThat(HouseStyle.hasNoSubject(message)).isFalse();
  }

  @Test
  void reads_literals_as_messages() {
    var source =
        """
        // "a comment"
        var text = "one " // two
            + "three" + name + " four";
        var c = '"';
        call(\"""
            five
            six\""", "seven");
        """;
    assertThat(Literals.of(source))
        .extracting(Literals.Literal::line, Literals.Literal::text, Literals.Literal::isStart)
        .containsExactly(
            tuple(2, "one three", true),
            tuple(3, " four", false),
            tuple(5, "five\nsix", true),
            tuple(7, "seven", true));
  }

  private static Stream<String> withoutSubject(Path file) {
    return Literals.of(Golden.read(file)).stream()
        .filter(Literals.Literal::isStart)
        .filter(literal -> SENTENCE.matcher(literal.text()).matches())
        .filter(literal -> HouseStyle.hasNoSubject(literal.text()))
        .map(literal -> place(file, literal.line()) + literal.text());
  }

  /// The other lines are empty.
  private static String comments(String source) {
    return source
        .lines()
        .map(COMMENT::matcher)
        .map(comment -> comment.find() ? comment.group() : "")
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> lines(Path file, String text) {
    var lines = text.lines().toList();
    return IntStream.range(0, lines.size()).boxed().flatMap(i -> found(file, i + 1, lines.get(i)));
  }

  private static Stream<String> found(Path file, int line, String text) {
    return HouseStyle.forbidden(text).stream()
        .map(words -> "%s\"%s\" in: %s".formatted(place(file, line), words, text));
  }

  private static String place(Path file, int line) {
    return TOP.normalize().relativize(file.normalize()) + ":" + line + ": ";
  }

  /// Keeps the line breaks in code, so that line numbers are right.
  private static String withoutCode(String page) {
    return CODE.matcher(page).replaceAll(code -> code.group().replaceAll("[^\n]", ""));
  }

  private static Stream<Path> sources() {
    return files("src/main/java", ".java");
  }

  private static Stream<Path> documents() {
    return Stream.concat(
        list(TOP).filter(ends(".md")), walk(TOP.resolve("docs")).filter(ends(".md")));
  }

  /// The files in this folder of every module.
  private static Stream<Path> files(String folder, String... endings) {
    return list(TOP)
        .map(module -> module.resolve(folder))
        .filter(Files::isDirectory)
        .flatMap(HouseStyleTest::walk)
        .filter(ends(endings));
  }

  private static Predicate<Path> ends(String... endings) {
    return file -> Stream.of(endings).anyMatch(file.toString()::endsWith);
  }

  private static Stream<Path> list(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> walk(Path folder) {
    try (var files = Files.walk(folder)) {
      return List.copyOf(files.filter(Files::isRegularFile).sorted().toList()).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
