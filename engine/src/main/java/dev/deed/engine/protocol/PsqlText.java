package dev.deed.engine.protocol;

import dev.deed.engine.QuotedText;
import java.util.List;

/// Text as it has to stand in SQL, also in a script for `psql`, so that it arrives at the server as
/// it was meant.
public final class PsqlText {

  private PsqlText() {}

  /// A string of any content, whatever `standard_conforming_strings` says.
  public static String literal(String text) {
    if (text.indexOf('\'') < 0 && text.indexOf('\\') < 0 && text.indexOf('\n') < 0) {
      return "'" + text + "'";
    }
    return quoted("$deed", text);
  }

  /// Between dollar signs, whatever stands in it.
  ///
  /// @param name begins the tag
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

  /// In one line, so that it cannot end a comment.
  public static String line(String text) {
    var line = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(line::appendCodePoint);
    return line.toString();
  }

  /// Of a backslash command; in single quotes nothing is run or replaced.
  public static String argument(String text) {
    return "'" + line(text).replace("\\", "\\\\").replace("'", "''") + "'";
  }

  /// The same SQL, in which `psql` finds no variable of its own: `a[1:n]` becomes `a[1: n]`.
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
