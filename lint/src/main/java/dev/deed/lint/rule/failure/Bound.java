package dev.deed.lint.rule.failure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A partition's bound, where its text shows what it holds.
sealed interface Bound {

  record Default() implements Bound {}

  /// @param values as written, without quotes
  record In(List<String> values) implements Bound {
    public In {
      values = List.copyOf(values);
    }
  }

  /// @param from of one column; null for a bound that the text does not show
  record Range(Point from, Point to) implements Bound {}

  record Hash(int modulus, int remainder) implements Bound {}

  record Unclear(String strategy) implements Bound {}

  /// One end of a range, in an order that PostgreSQL has as well: numbers, and dates.
  ///
  /// @param value null for `minvalue` and `maxvalue`
  record Point(int infinite, BigDecimal number, String date) implements Comparable<Point> {
    @Override
    public int compareTo(Point other) {
      if (infinite != 0 || other.infinite != 0) {
        return Integer.compare(infinite, other.infinite);
      }
      var byNumber = number.compareTo(other.number);
      return byNumber != 0 ? byNumber : date.compareTo(other.date);
    }

    boolean isComparable(Point other) {
      return infinite != 0 || other.infinite != 0 || date.isEmpty() == other.date.isEmpty();
    }
  }

  Pattern RANGE = Pattern.compile("(?is)for values from ?\\(([^,()]*)\\) ?to ?\\(([^,()]*)\\)");
  Pattern LIST = Pattern.compile("(?is)for values in ?\\((.*)\\)");
  Pattern HASH =
      Pattern.compile("(?is)for values with ?\\( ?modulus (\\d+) ?, ?remainder (\\d+) ?\\)");
  Pattern VALUE = Pattern.compile("'((?:[^']|'')*+)'|[^\\s,()']+");
  Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d( \\d\\d:\\d\\d:\\d\\d)?");
  Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  static Bound of(String text) {
    var stripped = text.strip();
    var lower = stripped.toLowerCase(Locale.ROOT);
    if (lower.equals("default")) {
      return new Default();
    }
    var range = RANGE.matcher(stripped);
    if (range.matches()) {
      var from = point(range.group(1), -1);
      var to = point(range.group(2), 1);
      return from.isPresent() && to.isPresent()
          ? new Range(from.get(), to.get())
          : new Unclear("range");
    }
    var hash = HASH.matcher(stripped);
    if (hash.matches()) {
      return new Hash(Integer.parseInt(hash.group(1)), Integer.parseInt(hash.group(2)));
    }
    var list = LIST.matcher(stripped);
    if (list.matches()) {
      return list.group(1).contains("(") ? new Unclear("list") : new In(values(list.group(1)));
    }
    return new Unclear(
        lower.startsWith("for values from")
            ? "range"
            : lower.startsWith("for values in") ? "list" : "");
  }

  /// `range`, `list` or `hash`; `""` for any.
  default String strategy() {
    return switch (this) {
      case Default _ -> "";
      case In _ -> "list";
      case Range _ -> "range";
      case Hash _ -> "hash";
      case Unclear unclear -> unclear.strategy();
    };
  }

  private static Optional<Point> point(String text, int side) {
    var bare = bare(text.strip());
    var lower = bare.toLowerCase(Locale.ROOT);
    if (lower.equals("minvalue") || lower.equals("maxvalue")) {
      return Optional.of(
          new Point(lower.equals("minvalue") ? -1 : 1, BigDecimal.ZERO, String.valueOf(side)));
    }
    if (NUMBER.matcher(bare).matches()) {
      return Optional.of(new Point(0, new BigDecimal(bare), ""));
    }
    return DATE.matcher(bare).matches()
        ? Optional.of(
            new Point(0, BigDecimal.ZERO, bare.length() == 10 ? bare + " 00:00:00" : bare))
        : Optional.empty();
  }

  private static String bare(String text) {
    var matcher = VALUE.matcher(text);
    return matcher.matches() ? value(matcher) : text;
  }

  private static String value(Matcher matcher) {
    return matcher.group(1) == null ? matcher.group() : matcher.group(1);
  }

  private static List<String> values(String text) {
    var values = new ArrayList<String>();
    var matcher = VALUE.matcher(text);
    while (matcher.find()) {
      values.add(value(matcher));
    }
    return values;
  }

  /// Whether the text alone shows that a row would belong to both.
  default boolean overlaps(Bound other) {
    if (this instanceof Default && other instanceof Default) {
      return true;
    }
    if (this instanceof In(var own) && other instanceof In(var others)) {
      return own.size() == 1
          ? others.contains(own.getFirst())
          : !Collections.disjoint(own, new HashSet<>(others));
    }
    if (this instanceof Hash(var modulus, var remainder)
        && other instanceof Hash(var otherModulus, var otherRemainder)) {
      var least = Math.min(modulus, otherModulus);
      return least > 0
          && Math.max(modulus, otherModulus) % least == 0
          && remainder % least == otherRemainder % least;
    }
    return this instanceof Range(var from, var to)
        && other instanceof Range(var otherFrom, var otherTo)
        && from.isComparable(otherFrom)
        && from.isComparable(otherTo)
        && to.isComparable(otherFrom)
        && from.compareTo(otherTo) < 0
        && otherFrom.compareTo(to) < 0;
  }
}
