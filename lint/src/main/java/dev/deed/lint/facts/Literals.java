package dev.deed.lint.facts;

import dev.deed.sql.Span;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.Optional;
import java.util.regex.Pattern;

/// Searches the text of statements, but not their comments.
public final class Literals {

  private static final Pattern COMMENT =
      Pattern.compile("'(?:[^']|'')*+'|--[^\\n]*|/\\*(?s:.*?)\\*/");

  private Literals() {}

  /// Where the pattern's first group first matches in the statement, with comments blanked.
  public static Optional<Span> find(Script script, Statement statement, Pattern pattern) {
    var text = withoutComments(script.textOf(statement));
    var match = pattern.matcher(text);
    if (!match.find()) {
      return Optional.empty();
    }
    return Optional.of(place(script, statement.span(), match.start(1), match.end(1)));
  }

  private static String withoutComments(String sql) {
    return COMMENT
        .matcher(sql)
        .replaceAll(found ->
            found.group().startsWith("'")
                ? java.util.regex.Matcher.quoteReplacement(found.group())
                : " ".repeat(found.group().length()));
  }

  /// @param start offset within the statement; `end` likewise
  private static Span place(Script script, Span statement, int start, int end) {
    var from = statement.start() + start;
    var before = script.text().substring(statement.start(), from);
    var lines = (int) before.chars().filter(c -> c == '\n').count();
    var inLine = before.codePointCount(before.lastIndexOf('\n') + 1, before.length());
    var column = lines == 0 ? statement.column() + inLine : 1 + inLine;
    return new Span(from, statement.start() + end, statement.line() + lines, column);
  }
}
