package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.script.Script;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What PostgreSQL 18 says of statements, recorded in `statements/*-verdicts.txt`, is what deed
/// says: the same are accepted, and every relation is found.
final class VerdictsTest {

  private static final String RELATIONS = "  relations: ";

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void accepts_what_postgres_accepts_and_finds_its_relations(String sql, Set<String> relations) {
    var script = read(sql);
    assertThat(errors(script)).isEmpty();
    var found =
        script.statements().stream()
            .flatMap(s -> s.effects().stream())
            .flatMap(e -> e.touches().stream())
            .map(t -> t.object().name().dotted())
            .collect(Collectors.toSet());
    assertThat(found).containsAll(relations);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refuses_what_postgres_refuses(String sql) {
    assertThat(errors(read(sql))).isNotEmpty();
  }

  static Stream<Object[]> accepted() {
    return verdicts()
        .filter(v -> v.getLast().startsWith(RELATIONS))
        .map(v -> new Object[] {v.getFirst(), relations(v.getLast())});
  }

  static Stream<String> refused() {
    return verdicts().filter(v -> !v.getLast().startsWith(RELATIONS)).map(List::getFirst);
  }

  private static Stream<List<String>> verdicts() {
    return Golden.entries("statements").stream()
        .filter(file -> file.toString().endsWith("-verdicts.txt"))
        .flatMap(file -> Stream.of(Golden.read(file).split("\n\n")))
        .map(p -> p.lines().toList());
  }

  private static Set<String> relations(String line) {
    return Arrays.stream(line.substring(RELATIONS.length()).split(", "))
        .filter(r -> !r.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Script read(String sql) {
    return ScriptReader.read(new SourceFile("verdict.sql"), sql);
  }

  private static List<String> errors(Script script) {
    return script.problems().stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .map(p -> p.message())
        .toList();
  }
}
