package dev.deed.sql.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The definition of statistics as PostgreSQL keeps it: columns have no order, and come before
/// expressions.
final class StatisticsText {

  private static final String ON = "on ";
  private static final String FROM = " from ";

  private static final Pattern CALL = Pattern.compile("(?:[\\w$\"]+\\.)?[\\w$\"]+\\(");

  private final String definition;
  private final List<String> columns = new ArrayList<>();
  private final List<String> expressions = new ArrayList<>();

  private StatisticsText(String definition) {
    this.definition = definition;
  }

  /// @param definition `[(kinds)] on columns from table`, in its canonical spelling
  static String normal(String definition) {
    var start = definition.startsWith(ON) ? 0 : definition.indexOf(") " + ON) + 2;
    if (!definition.startsWith(ON, start)) {
      return definition;
    }
    var text = new StatisticsText(definition);
    var end = text.read(start + ON.length());
    text.columns.sort(null);
    text.columns.addAll(text.expressions);
    return definition.substring(0, start)
        + ON
        + String.join(", ", text.columns)
        + definition.substring(end);
  }

  private int read(int first) {
    var depth = 0;
    var start = first;
    var at = first;
    for (; at < definition.length(); at++) {
      var c = definition.charAt(at);
      if (c == '\'' || c == '"') {
        at = definition.indexOf(c, at + 1);
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (depth == 0 && c == ',') {
        add(definition.substring(start, at).strip());
        start = at + 1;
      } else if (depth == 0 && definition.startsWith(FROM, at)) {
        break;
      }
    }
    add(definition.substring(start, at).strip());
    return at;
  }

  private void add(String key) {
    var isColumn = key.startsWith("\"") || key.indexOf('(') < 0;
    (isColumn ? columns : expressions).add(isColumn ? key : bare(key));
  }

  /// A call needs no parentheses around it.
  private static String bare(String key) {
    var inner = key.startsWith("(") ? key.substring(1, key.length() - 1) : key;
    var open = CALL.matcher(inner);
    return open.lookingAt() && closing(inner, open.end() - 1) == inner.length() - 1 ? inner : key;
  }

  private static int closing(String text, int open) {
    var depth = 0;
    for (var i = open; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '\'' || c == '"') {
        i = text.indexOf(c, i + 1);
        if (i < 0) {
          return -1;
        }
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
