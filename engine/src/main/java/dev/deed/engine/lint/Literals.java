package dev.deed.engine.lint;

import dev.deed.sql.Span;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds texts in statements, but not in comments.
final class Literals {

  private static final Pattern COMMENT =
      Pattern.compile("'(?:[^']|'')*+'|--[^\\n]*|/\\*(?s:.*?)\\*/");

  private Literals() {}

  /// The first place of a pattern's first group in the statement, comments blanked.
  static Optional<Span> find(Script script, Statement statement, Pattern pattern) {
    var text = withoutComments(script.textOf(statement));
    var match = pattern.matcher(text);
    if (!match.find()) {
      return Optional.empty();
    }
    var start = statement.span().start() + match.start(1);
    return Optional.of(place(script, start, statement.span().start() + match.end(1)));
  }

  private static String withoutComments(String sql) {
    return COMMENT
        .matcher(sql)
        .replaceAll(found ->
            found.group().startsWith("'")
                ? java.util.regex.Matcher.quoteReplacement(found.group())
                : " ".repeat(found.group().length()));
  }

  private static Span place(Script script, int start, int end) {
    var before = script.text().substring(0, start);
    var line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    var lineStart = before.lastIndexOf('\n') + 1;
    return new Span(start, end, line, 1 + before.codePointCount(lineStart, start));
  }
}
