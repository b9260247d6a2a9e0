package dev.deed.engine.protocol;

import dev.deed.engine.QuotedText;
import java.util.List;

/// Text in the form in which it reaches the server unchanged, in SQL and in a script for `psql`.
public final class PsqlText {

  private PsqlText() {}

  /// A string literal for any content, valid with any `standard_conforming_strings`.
  public static String literal(String text) {
    if (text.indexOf('\'') < 0 && text.indexOf('\\') < 0 && text.indexOf('\n') < 0) {
      return "'" + text + "'";
    }
    return quoted("$deed", text);
  }

  /// A dollar-quoted string for any content.
  ///
  /// @param name the beginning of the tag
  public static String quoted(String name, String text) {
    var tag = name + "$";
    for (var i = 1; (text + "$").contains(tag); i++) {
      tag = name + i + "$";
    }
    return tag + text + tag;
  }

  public static String array(List<String> texts) {
    return texts.isEmpty()
        ? "'{}'"
        : "ARRAY["
            + String.join(", ", texts.stream().map(PsqlText::literal).toList())
            + "]::pg_catalog.text[]";
  }

  /// On one line, so that it cannot end a comment.
  public static String line(String text) {
    var line = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(line::appendCodePoint);
    return line.toString();
  }

  /// An argument of a backslash command; in single quotes, nothing is executed or replaced.
  public static String argument(String text) {
    return "'" + line(text).replace("\\", "\\\\").replace("'", "''") + "'";
  }

  /// The same SQL, written so that `psql` finds no variable in it: `a[1:n]` becomes `a[1: n]`.
  public static String statement(String sql) {
    var text = new StringBuilder(sql.length());
    for (var i = 0; i < sql.length(); ) {
      var end = QuotedText.endOfQuoted(sql, i);
      if (end > i) {
        text.append(sql, i, end);
        i = end;
      } else {
        text.append(sql.charAt(i));
        if (isVariable(sql, i)) {
          text.append(' ');
        }
        i++;
      }
    }
    return text.toString();
  }

  private static boolean isVariable(String sql, int colon) {
    if (sql.charAt(colon) != ':' || colon + 1 == sql.length()) {
      return false;
    }
    var next = sql.charAt(colon + 1);
    var isCast = colon > 0 && sql.charAt(colon - 1) == ':';
    return !isCast && (QuotedText.isNamePart(next) || next == '\'' || next == '"' || next == '{');
  }
}
