package dev.deed.sql.expression;

import java.util.regex.Pattern;

/// A path into JSON: `$.a[*] ? (@ > 1)` is printed as `$."a"[*]?(@ > 1)`.
final class PathLiteral {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*+\"|\\s+|\\.\\s*([A-Za-z_][\\w$]*+)(\\s*\\()?|[\\w$]+|.");

  private PathLiteral() {}

  static String of(String value) {
    var normal = new StringBuilder();
    var token = TOKEN.matcher(value);
    while (token.find()) {
      var text = token.group();
      if (text.isBlank()) {
        spaced(normal);
      } else if (token.group(1) != null) {
        var name = token.group(1);
        normal.append(token.group(2) == null ? ".\"" + name + "\"" : "." + name + "(");
      } else {
        var isSign = "?()[]=<>!&|+-*/%,".contains(text);
        if (isSign && !normal.isEmpty() && normal.charAt(normal.length() - 1) == ' ') {
          normal.setLength(normal.length() - 1);
        }
        normal.append(text);
      }
    }
    var path = normal.toString().strip().replace("<>", "!=");
    return path.startsWith("lax ") ? path.substring("lax ".length()) : path;
  }

  /// A space counts only between two words.
  private static void spaced(StringBuilder normal) {
    var last = normal.isEmpty() ? ' ' : normal.charAt(normal.length() - 1);
    if (Character.isLetterOrDigit(last) || last == '_' || last == '"') {
      normal.append(' ');
    }
  }
}
