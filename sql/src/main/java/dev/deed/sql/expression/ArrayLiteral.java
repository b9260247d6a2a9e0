package dev.deed.sql.expression;

import java.util.Locale;
import java.util.function.UnaryOperator;

/// An array: `{a, "b c", NULL}` is printed as `{a,"b c",NULL}`.
final class ArrayLiteral {

  private static final int MOST_NESTING = 6;

  private final String text;
  private final UnaryOperator<String> element;
  private final StringBuilder normal = new StringBuilder();
  private int at;

  private ArrayLiteral(String text, UnaryOperator<String> element) {
    this.text = text;
    this.element = element;
  }

  /// @param element prints an element's value
  static String of(String value, UnaryOperator<String> element) {
    var array = new ArrayLiteral(value.strip(), element);
    return array.array(0) && array.at == array.text.length() ? array.normal.toString() : value;
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean accept(char c) {
    skip();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private boolean array(int depth) {
    if (depth > MOST_NESTING || !accept('{')) {
      return false;
    }
    normal.append('{');
    if (accept('}')) {
      normal.append('}');
      return depth == 0;
    }
    do {
      normal.append(normal.charAt(normal.length() - 1) == '{' ? "" : ",");
      skip();
      var isArray = at < text.length() && text.charAt(at) == '{';
      if (isArray ? !array(depth + 1) : !element()) {
        return false;
      }
    } while (accept(','));
    normal.append('}');
    return accept('}');
  }

  private boolean element() {
    if (accept('"')) {
      var value = new StringBuilder();
      while (at < text.length() && text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 1 : 0;
        if (at == text.length()) {
          return false;
        }
        value.append(text.charAt(at++));
      }
      add(element.apply(value.toString()));
      return accept('"');
    }
    var start = at;
    while (at < text.length() && ",}".indexOf(text.charAt(at)) < 0) {
      if ("\\\"{".indexOf(text.charAt(at)) >= 0) {
        return false;
      }
      at++;
    }
    var value = text.substring(start, at).strip();
    if (value.equalsIgnoreCase("null")) {
      normal.append("NULL");
    } else if (value.isEmpty()) {
      return false;
    } else {
      add(element.apply(value));
    }
    return true;
  }

  private void add(String value) {
    var isPlain =
        !value.isEmpty()
            && !value.toLowerCase(Locale.ROOT).equals("null")
            && value.chars().noneMatch(c -> "{}\",\\".indexOf(c) >= 0 || Character.isWhitespace(c));
    normal.append(
        isPlain ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
  }
}
