package dev.deed.cli.render;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTest {

  @Test
  void shows_only_the_lines_that_differ() {
    assertThat(shown("a\nb\nc\nd", "a\nB\nc\nd\ne")).isEqualTo(List.of("2 -[b] 2 +[B]", "5 +[e]"));
  }

  @Test
  void marks_the_words_that_differ() {
    assertThat(shown("RETURN price * 2;", "RETURN price * 3;"))
        .isEqualTo(List.of("1 -RETURN price * [2]; 1 +RETURN price * [3];"));
  }

  @Test
  void marks_a_line_whole_that_has_nothing_in_common() {
    assertThat(shown("(one, two)", "(three, four)"))
        .isEqualTo(List.of("1 -[(one, two)] 1 +[(three, four)]"));
  }

  @Test
  void breaks_a_long_line_at_its_clauses_but_not_in_quotes() {
    var query =
        "select a.id, a.name, 'x, y from z', \"or\" from accounts a where a.id > %d and a.name <> ''";

    assertThat(shown(query.formatted(1), query.formatted(2)))
        .isEqualTo(List.of("6 -where a.id > [1] 6 +where a.id > [2]"));
  }

  @Test
  void finds_none_between_equal_texts() {
    assertThat(shown("a\nb", "a\nb")).isEmpty();
    assertThat(shown("a\r\nb", "a\nb")).isEmpty();
  }

  @Test
  void keeps_lines_around_what_differs() {
    var old = IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).collect(joining("\n"));

    assertThat(TextDiff.of(old, old.replace("10", "ten")).around(2))
        .extracting(row -> row.from().number())
        .containsExactly(8, 9, 10, 11, 12);
  }

  /// Both texts can be put together again from the rows, whatever they are.
  @Test
  void loses_no_line() {
    var random = new Random(7);
    for (var run = 0; run < 500; run++) {
      var from = text(random);
      var to = text(random);
      var diff = TextDiff.of(from, to);
      assertThat(side(diff, true)).isEqualTo(from);
      assertThat(side(diff, false)).isEqualTo(to);
    }
  }

  @Test
  void is_not_lost_in_very_long_texts() {
    var from = IntStream.range(0, 20_000).mapToObj(i -> "a" + i).collect(joining("\n"));
    var to = IntStream.range(0, 20_000).mapToObj(i -> "b" + i).collect(joining("\n"));

    assertThat(TextDiff.of(from, to).rows()).hasSize(20_000);
    assertThat(TextDiff.of(from, from + "\nc").around(0)).hasSize(1);
  }

  private static String text(Random random) {
    return IntStream.range(0, random.nextInt(8))
        .mapToObj(_ -> "line " + random.nextInt(3))
        .collect(joining("\n"));
  }

  private static String side(TextDiff diff, boolean isFirst) {
    return diff.rows().stream()
        .map(row -> isFirst ? row.from() : row.to())
        .filter(line -> line.number() > 0)
        .map(TextDiff.Line::text)
        .collect(joining("\n"));
  }

  private static List<String> shown(String from, String to) {
    var shown = new ArrayList<String>();
    for (var row : TextDiff.of(from, to).around(0)) {
      shown.add((line("-", row.from()) + " " + line("+", row.to())).strip());
    }
    return shown;
  }

  private static String line(String sign, TextDiff.Line line) {
    return line.number() == 0
        ? ""
        : line.pieces().stream()
            .map(piece -> piece.differs() ? "[" + piece.text() + "]" : piece.text())
            .collect(joining("", line.number() + " " + sign, ""));
  }
}
