package dev.deed.sql;

/// Quoting of a single SQL name. No other class writes names into SQL.
public record Identifier(String text) {

  /// As PostgreSQL prints it: in double quotes unless plain lower case and not a reserved word.
  public String quoted() {
    return quoted(text);
  }

  public static String quoted(String text) {
    return isPlain(text) ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty() || !isStart(text.charAt(0))) {
      return false;
    }
    for (var i = 1; i < text.length(); i++) {
      var c = text.charAt(i);
      if (!isStart(c) && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    var keyword = Keyword.of(text);
    return keyword == null || keyword.category() == Keyword.Category.UNRESERVED;
  }

  private static boolean isStart(char c) {
    return (c >= 'a' && c <= 'z') || c == '_';
  }
}
