package dev.deed.engine;

/// Finds where strings, quoted names and comments end.
public final class QuotedText {

  private QuotedText() {}

  /// The index after the quoted text or comment that begins at `start`; `start` itself if none
  /// begins there.
  public static int endOfQuoted(String sql, int start) {
    return switch (sql.charAt(start)) {
      case '\'' -> endOf(sql, start, '\'', hasEscapes(sql, start));
      case '"' -> endOf(sql, start, '"', false);
      case '$' -> endOfDollars(sql, start);
      case '-' -> sql.startsWith("--", start) ? endOfLine(sql, start) : start;
      case '/' -> sql.startsWith("/*", start) ? endOfComment(sql, start) : start;
      default -> start;
    };
  }

  public static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c >= 0x80;
  }

  /// True for `E'...'`.
  private static boolean hasEscapes(String sql, int quote) {
    return quote > 0
        && (sql.charAt(quote - 1) == 'E' || sql.charAt(quote - 1) == 'e')
        && (quote == 1 || !isNamePart(sql.charAt(quote - 2)));
  }

  private static int endOf(String sql, int start, char quote, boolean escapes) {
    for (var i = start + 1; i < sql.length(); i++) {
      var c = sql.charAt(i);
      if (escapes && c == '\\') {
        i++;
      } else if (c == quote) {
        if (i + 1 == sql.length() || sql.charAt(i + 1) != quote) {
          return i + 1;
        }
        i++;
      }
    }
    return sql.length();
  }

  private static int endOfDollars(String sql, int start) {
    if (start > 0 && (isNamePart(sql.charAt(start - 1)) || sql.charAt(start - 1) == '$')) {
      return start;
    }
    var end = start + 1;
    while (end < sql.length() && isNamePart(sql.charAt(end))) {
      end++;
    }
    var isTag =
        end < sql.length()
            && sql.charAt(end) == '$'
            && !(end > start + 1 && Character.isDigit(sql.charAt(start + 1)));
    if (!isTag) {
      return start;
    }
    var tag = sql.substring(start, end + 1);
    var close = sql.indexOf(tag, end + 1);
    return close < 0 ? sql.length() : close + tag.length();
  }

  private static int endOfLine(String sql, int start) {
    for (var i = start; i < sql.length(); i++) {
      if (sql.charAt(i) == '\n' || sql.charAt(i) == '\r') {
        return i;
      }
    }
    return sql.length();
  }

  private static int endOfComment(String sql, int start) {
    var depth = 0;
    for (var i = start; i < sql.length(); i++) {
      if (sql.startsWith("/*", i)) {
        depth++;
        i++;
      } else if (sql.startsWith("*/", i)) {
        depth--;
        i++;
        if (depth == 0) {
          return i + 1;
        }
      }
    }
    return sql.length();
  }
}
