package dev.deed.lint.facts;

import dev.deed.sql.Span;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Searches the text of a statement, but not its comments, for what is written near certain words.
/// In a statement with many megabytes of rows, the patterns see only the surroundings of the words.
public final class Literals {

  /// Characters before and after a word; words that are nearer to each other share them.
  private static final int AROUND = 4_000;

  /// Characters of a statement that the patterns see as a whole.
  private static final int SHORT = 1_000_000;

  private final Script script;
  private final Statement statement;
  private final String text;
  private final List<Surroundings> surroundings = new ArrayList<>();

  private record Surroundings(int start, int end) {}

  private Literals(Script script, Statement statement, WordSearch words) {
    this.script = script;
    this.statement = statement;
    this.text = withoutComments(script.textOf(statement));
    if (text.length() <= SHORT) {
      surroundings.add(new Surroundings(0, text.length()));
    } else {
      addSurroundings(words);
    }
  }

  private void addSurroundings(WordSearch words) {
    for (var at = words.next(text, 0, text.length()); at >= 0; ) {
      var last = at;
      var more = words.next(text, at + 1, text.length());
      while (more >= 0 && more - last < AROUND) {
        last = more;
        more = words.next(text, more + 1, text.length());
      }
      surroundings.add(
          new Surroundings(Math.max(at - AROUND, 0), Math.min(last + AROUND, text.length())));
      at = more;
    }
  }

  /// Empty where the statement has none of the words.
  ///
  /// @param words what the patterns match has one of them in it
  public static Optional<Literals> of(Script script, Statement statement, WordSearch words) {
    var span = statement.span();
    return words.next(script.text(), span.start(), span.end()) < 0
        ? Optional.empty()
        : Optional.of(new Literals(script, statement, words));
  }

  /// Where the pattern's first group first matches.
  public Optional<Span> find(Pattern pattern) {
    var match = pattern.matcher(text);
    match.useTransparentBounds(true);
    for (var part : surroundings) {
      match.region(part.start(), part.end());
      if (match.find()) {
        return Optional.of(place(match.start(1), match.end(1)));
      }
    }
    return Optional.empty();
  }

  /// Comments become blanks.
  private static String withoutComments(String sql) {
    if (!sql.contains("--") && !sql.contains("/*")) {
      return sql;
    }
    var text = new StringBuilder(sql);
    for (var at = 0; at < sql.length(); ) {
      var end = endOfComment(sql, at);
      if (end > at) {
        text.replace(at, end, " ".repeat(end - at));
      }
      at = end > at ? end : sql.charAt(at) == '\'' ? endOfString(sql, at) : at + 1;
    }
    return text.toString();
  }

  /// The position itself where no comment begins.
  private static int endOfComment(String sql, int at) {
    if (sql.startsWith("--", at)) {
      var end = sql.indexOf('\n', at);
      return end < 0 ? sql.length() : end;
    }
    if (sql.startsWith("/*", at)) {
      var end = sql.indexOf("*/", at + 2);
      return end < 0 ? at : end + 2;
    }
    return at;
  }

  private static int endOfString(String sql, int at) {
    var end = sql.indexOf('\'', at + 1);
    return end < 0 ? at + 1 : end + 1;
  }

  /// @param start offset within the statement; `end` likewise
  private Span place(int start, int end) {
    var span = statement.span();
    var from = span.start() + start;
    var before = script.text().substring(span.start(), from);
    var lines = (int) before.chars().filter(c -> c == '\n').count();
    var inLine = before.codePointCount(before.lastIndexOf('\n') + 1, before.length());
    var column = lines == 0 ? span.column() + inLine : 1 + inLine;
    return new Span(from, span.start() + end, span.line() + lines, column);
  }
}
