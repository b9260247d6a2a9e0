package dev.deed.sql.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A range; of a discrete type with the lower bound in it and the upper one not.
final class RangeLiteral {

  private static final Pattern RANGE =
      Pattern.compile("([\\[(]) *\"?([^\",\\[\\]()]*)\"? *, *\"?([^\",\\[\\]()]*)\"? *([\\])])");

  private static final Pattern SEVERAL =
      Pattern.compile("\\s*([\\[(](?:\"[^\"]*\"|[^\"\\])])*+[\\])]|empty)\\s*(?:,|$)");

  private RangeLiteral() {}

  /// @param bound prints a bound's value
  static String of(String value, UnaryOperator<String> bound) {
    var range = RANGE.matcher(value.strip());
    if (!range.matches()) {
      return empty(value);
    }
    var lower = range.group(2);
    var upper = range.group(3);
    return (lower.isEmpty() ? "(" : range.group(1))
        + (lower.isEmpty() ? "" : quoted(bound.apply(lower)))
        + ","
        + (upper.isEmpty() ? "" : quoted(bound.apply(upper)))
        + (upper.isEmpty() ? ")" : range.group(4));
  }

  /// Of ranges, those that PostgreSQL would put in another order, or into one, are not understood.
  ///
  /// @param range prints a range
  static String several(String value, UnaryOperator<String> range) {
    var text = value.strip();
    if (!text.startsWith("{") || !text.endsWith("}")) {
      return value;
    }
    var all = new ArrayList<String>();
    var rest = text.substring(1, text.length() - 1);
    var one = SEVERAL.matcher(rest);
    var end = 0;
    while (one.lookingAt()) {
      var normal = range.apply(one.group(1));
      if (!normal.equals("empty")) {
        all.add(normal);
      }
      end = one.end();
      one.region(end, rest.length());
    }
    return rest.substring(end).isBlank() ? "{" + String.join(",", all) + "}" : value;
  }

  private static String empty(String value) {
    var word = value.strip().toLowerCase(Locale.ROOT);
    return word.equals("empty") ? word : value;
  }

  private static String quoted(String bound) {
    return bound.contains(" ") ? "\"" + bound + "\"" : bound;
  }

  /// @param bound prints a bound's value
  /// @param next returns the value after one, the same if there is none
  static String discrete(String value, UnaryOperator<String> bound, UnaryOperator<String> next) {
    var range = RANGE.matcher(value.strip());
    if (!range.matches()) {
      return empty(value);
    }
    var lower = range.group(2).strip();
    var upper = range.group(3).strip();
    var first = range.group(1).equals("(") ? moved(lower, next) : bound.apply(lower);
    var end = range.group(4).equals("]") ? moved(upper, next) : bound.apply(upper);
    if (first.equals("?") || end.equals("?")) {
      return value;
    }
    if (!first.isEmpty() && first.equals(end)) {
      return "empty";
    }
    return (first.isEmpty() ? "(" : "[") + first + "," + end + ")";
  }

  private static String moved(String bound, UnaryOperator<String> next) {
    return bound.isEmpty() ? bound : next.apply(bound);
  }

  static String nextNumber(String bound) {
    return bound.matches("-?[0-9]{1,18}") ? Long.toString(Long.parseLong(bound) + 1) : "?";
  }

  static String nextDay(String bound) {
    try {
      return LocalDate.parse(TimeLiteral.date(bound)).plusDays(1).toString();
    } catch (DateTimeException _) {
      return "?";
    }
  }
}
