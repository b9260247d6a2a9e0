package dev.deed.sql;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Quoting of a single SQL name. No other class writes names into SQL.
public record Identifier(String text) {

  /// A string constant, or a name with what makes it another's: the `.` of a schema or table before
  /// it, that or the `(` of a call after it.
  private static final Pattern CONSTANT_OR_NAME =
      Pattern.compile(
          "'(?:[^']|'')*'|(?<qualified>\\.\\s*)?(?<name>\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*)(?<other>\\s*[.(]|')?");

  /// As PostgreSQL prints it: in double quotes unless plain lower case and not a reserved word.
  public String quoted() {
    return quoted(text);
  }

  public static String quoted(String text) {
    return isPlain(text) ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /// A text in which names are as PostgreSQL prints them, with a column's name replaced by another;
  /// string constants stay.
  public static String replaced(String text, String from, String to) {
    var before = quoted(from);
    return CONSTANT_OR_NAME
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                found.group("qualified") == null
                        && found.group("other") == null
                        && before.equals(found.group("name"))
                    ? quoted(to)
                    : found.group()));
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

  /// The beginning of a name, whole characters only: PostgreSQL counts bytes.
  public static String cut(String name, int bytes) {
    var end = name.length();
    while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end);
  }
}
