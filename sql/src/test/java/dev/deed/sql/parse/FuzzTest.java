package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.deed.sql.Keyword;
import dev.deed.sql.SourceFile;
import dev.deed.sql.script.Script;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the text, reading it ends, and with findings at most.
final class FuzzTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "[",
          "]",
          ",",
          ";",
          ".",
          ":",
          "::",
          ":=",
          "=>",
          "*",
          "+",
          "-",
          "<",
          "=",
          "<>",
          "||",
          "@",
          "'",
          "\"",
          "$$",
          "$a$",
          "/*",
          "*/",
          "--",
          "\\",
          "\n",
          "E'\\",
          "U&'\\00",
          "1",
          "1.5e",
          "0x",
          "$1",
          "'text'",
          "\"Name\"",
          "t",
          "s.t",
          "\uFEFF",
          "\u0000",
          "é",
          "\uD83D");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void random_tokens_end_in_an_answer(long seed) {
    var random = new Random(seed);
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          for (var i = 0; i < 500; i++) {
            assertPlacesAreInText(read(randomText(random)));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void damaged_statements_end_in_an_answer(long seed) {
    var random = new Random(seed);
    var statements = Verdict.recorded("statements").map(Verdict::sql).toList();
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          for (var i = 0; i < 2_000; i++) {
            var text = damaged(random, statements);
            assertPlacesAreInText(read(text));
          }
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select             | (              | 1    | )",
        "select             | (select        | 1    | )",
        "select * from      | (select * from | t    | ) x",
        "select * from      | (              | t    | join u on true)",
        "select * from      | a join         | b    | on true",
        "select             | case when      | true | then 1 end",
        "select             | not            | true | ''",
        "select             | -              | 1    | ''",
        "select             | coalesce(      | 1    | )",
        "select array       | [              | 1    | ]",
        "select a           | and b          | ''   | ''",
        "select a           | + b            | ''   | ''",
        "select a           | ::int          | ''   | ''",
        "select 1           | union select 1 | ''   | ''",
        "''                 | with x as (    | select 1 | ) select 1",
        "explain            | (              | select 1 | )",
        "create table t (a int default | f( | 1 | )",
      })
  void nesting_of_any_depth_ends_in_an_answer(
      String before, String open, String inner, String close) {
    for (var depth : new int[] {90, 110, 4_000, 100_000}) {
      var text =
          before
              + (" " + open + " ").repeat(depth)
              + inner
              + (" " + (close == null ? "" : close)).repeat(depth);
      var script = assertTimeoutPreemptively(PATIENCE, () -> read(text));
      assertThat(script.statements().size() + script.problems().size()).isPositive();
    }
  }

  @Test
  void reads_what_nests_a_thousand_deep() {
    assertThat(read("select " + "(".repeat(1_000) + "1" + ")".repeat(1_000)).problems()).isEmpty();
  }

  @Test
  void reads_an_insert_of_200_000_rows() {
    var rows =
        IntStream.range(0, 200_000)
            .mapToObj(i -> "(" + i + ", 'row " + i + "', now(), NULL, 3.5)")
            .toList();
    var text = "INSERT INTO t VALUES " + String.join(",\n", rows) + ";";
    var script = assertTimeoutPreemptively(PATIENCE, () -> read(text));
    assertThat(script.problems()).isEmpty();
    assertThat(script.statements()).hasSize(1);
  }

  @Test
  void reads_a_file_of_20_megabytes() {
    var statement = "CREATE TABLE a.t (id bigint PRIMARY KEY, p bigint REFERENCES u (id)); ";
    var count = 20_000_000 / statement.length();
    var script = assertTimeoutPreemptively(PATIENCE, () -> read(statement.repeat(count)));
    assertThat(script.problems()).isEmpty();
    assertThat(script.statements()).hasSize(count);
  }

  private static Script read(String text) {
    return ScriptReader.read(new SourceFile("fuzz.sql"), text);
  }

  private static void assertPlacesAreInText(Script script) {
    for (var statement : script.statements()) {
      assertThat(script.textOf(statement)).isNotEmpty();
      for (var effect : statement.effects()) {
        assertThat(effect.span().end()).isBetween(effect.span().start(), script.text().length());
      }
    }
    for (var problem : script.problems()) {
      assertThat(problem.span().end()).isBetween(problem.span().start(), script.text().length());
      assertThat(problem.message()).doesNotContain("\n");
    }
  }

  private static String randomText(Random random) {
    var text = new StringBuilder();
    var keywords = Keyword.values();
    var length = random.nextInt(60);
    for (var i = 0; i < length; i++) {
      text.append(
          random.nextBoolean()
              ? keywords[random.nextInt(keywords.length)].word()
              : PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextInt(4) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private static String damaged(Random random, List<String> statements) {
    var text = new StringBuilder(statements.get(random.nextInt(statements.size())));
    for (var i = random.nextInt(4); i >= 0 && !text.isEmpty(); i--) {
      var at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(10)));
        case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> text.setLength(at);
        default -> text.insert(at, statements.get(random.nextInt(statements.size())));
      }
    }
    return text.toString();
  }
}
