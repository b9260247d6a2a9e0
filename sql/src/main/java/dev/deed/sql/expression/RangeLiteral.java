package dev.deed.sql.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A range; of a discrete type with the lower bound in it and the upper one not.
final class RangeLiteral {

  private static final Pattern RANGE =
      Pattern.compile("([\\[(]) *\"?([^\",\\[\\]()]*)\"? *, *\"?([^\",\\[\\]()]*)\"? *([\\])])");

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

  private static String empty(String value) {
    var word = value.strip().toLowerCase(Locale.ROOT);
    return word.equals("empty") ? word : value;
  }

  private static String quoted(String bound) {
    return bound.contains(" ") ? "\"" + bound + "\"" : bound;
  }

  /// @param next returns the value after one, the same if there is none
  static String discrete(String value, UnaryOperator<String> next) {
    var range = RANGE.matcher(value.strip());
    if (!range.matches()) {
      return empty(value);
    }
    var lower = range.group(2).strip();
    var upper = range.group(3).strip();
    var first = range.group(1).equals("(") ? moved(lower, next) : lower;
    var end = range.group(4).equals("]") ? moved(upper, next) : upper;
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
