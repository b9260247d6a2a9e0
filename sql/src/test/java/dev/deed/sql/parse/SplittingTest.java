package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Where statements end: at a semicolon, and at none that is quoted or commented out.
class SplittingTest {

  /// A script of which the parts are known.
  ///
  /// @param gaps one before each statement, and one at the end; all but the first have a semicolon
  record Parts(List<String> statements, List<String> gaps) {

    String text() {
      var text = new StringBuilder(gaps.getFirst());
      for (var i = 0; i < statements.size(); i++) {
        text.append(statements.get(i)).append(gaps.get(i + 1));
      }
      return text.toString();
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void splits_at_semicolons_that_are_neither_quoted_nor_commented_out(
      @ForAll("scripts") Parts parts) {
    var script = read(parts.text());

    assertThat(script.problems()).isEmpty();
    assertThat(texts(script)).isEqualTo(parts.statements());
    assertThat(gaps(script)).isEqualTo(parts.gaps());
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void reads_the_same_statements_from_the_joined_ones(@ForAll("scripts") Parts parts) {
    var texts = texts(read(parts.text()));

    assertThat(texts(read(String.join(";", texts)))).isEqualTo(texts);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void keeps_statements_in_order_and_inside_of_any_text(@ForAll("texts") String text) {
    var script = read(text);

    var end = 0;
    for (var statement : script.statements()) {
      var span = statement.span();
      assertThat(span.start()).isBetween(end, span.end() - 1);
      end = span.end();
      assertThat(script.textOf(statement)).isEqualTo(script.textOf(statement).strip());
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
    assertThat(script.problems())
        .allMatch(problem -> problem.span().start() >= 0 && problem.span().end() <= text.length());
  }

  private static Script read(String text) {
    return ScriptReader.read(new SourceFile("script.sql"), text);
  }

  private static List<String> texts(Script script) {
    return script.statements().stream().map(script::textOf).toList();
  }

  private static List<String> gaps(Script script) {
    var gaps = new ArrayList<String>();
    var end = 0;
    for (var statement : script.statements()) {
      gaps.add(script.text().substring(end, statement.span().start()));
      end = statement.span().end();
    }
    gaps.add(script.text().substring(end));
    return gaps;
  }

  @Provide
  Arbitrary<Parts> scripts() {
    return statement()
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .flatMap(statements ->
            Combinators.combine(blank(), end().list().ofSize(statements.size()))
                .as((first, ends) -> {
                  var gaps = new ArrayList<>(List.of(first));
                  gaps.addAll(ends);
                  return new Parts(statements, gaps);
                }));
  }

  /// Mostly no SQL: what opens and closes quotes and comments, in any order.
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            ";", ";", "'", "\"", "$", "$$", "$a$", "--", "/*", "*/", "\\", "E'", "U&'", "\n", "\r",
            " ", "SELECT", "1", "a", ",", "(", ")", "BEGIN", "ATOMIC", "END", "\\.", "é", "😀",
            "\0")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  /// `SELECT 'a;b', $x$;$x$, c`, with white space and comments between any two.
  private static Arbitrary<String> statement() {
    var item = Combinators.combine(blank(), value()).as((before, value) -> before + value);
    return Combinators.combine(item.list().ofMinSize(1).ofMaxSize(4), blank())
        .as((items, between) -> "SELECT " + String.join(between + ",", items));
  }

  private static Arbitrary<String> value() {
    var text = text("a;'\"-/*$ \n");
    return Arbitraries.oneOf(
        text.map(t -> "'" + t.replace("'", "''") + "'"),
        text("a;'\\\n").map(t -> "E'" + t.replace("\\", "\\\\").replace("'", "\\'") + "'"),
        text("a;\"\n").map(t -> "U&'" + t + "'"),
        text.map(t -> "\"" + t.replace("\"", "\"\"") + "x\""),
        text("a;'\"\\-/*$ \n").filter(t -> closes(t, "$$")).map(t -> "$$" + t + "$$"),
        text("a;'\"\\-/*$t").filter(t -> closes(t, "$t$")).map(t -> "$t$" + t + "$t$"),
        Arbitraries.of("1", "(a)", "a.b", "ARRAY[1]", "f(';')"));
  }

  /// Not before its end.
  private static boolean closes(String text, String quote) {
    return (text + quote).indexOf(quote) == text.length();
  }

  /// What separates two statements, and what follows the last.
  private static Arbitrary<String> end() {
    return Combinators.combine(blank(), blank().list().ofMaxSize(1), blank())
        .as((before, more, behind) ->
            before
                + ";"
                + more.stream().map(between -> between + ";").collect(Collectors.joining())
                + behind);
  }

  private static Arbitrary<String> blank() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of("", " ", "\n", "\t")),
        Tuple.of(1, text("a;'\"$ *").map(t -> "--" + t + "\n")),
        Tuple.of(1, comment()));
  }

  /// Comments nest in PostgreSQL.
  private static Arbitrary<String> comment() {
    return Combinators.combine(text("a;'\"$-\n"), text("a;'"), Arbitraries.of(true, false))
        .as((one, other, nests) -> "/*" + one + (nests ? "/*" + other + "*/" : "") + other + "*/");
  }

  private static Arbitrary<String> text(String letters) {
    return Arbitraries.strings().withChars(letters.toCharArray()).ofMaxLength(6);
  }
}
