package dev.deed.drift;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A string literal whose value has more than one spelling: JSON, arrays, dates, intervals,
/// numbers. The server prints its own.
final class LiteralValue {

  private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(.*)");
  private static final Pattern MIDNIGHT = Pattern.compile("[ T]00:00(:00)?([+-]00(:?00)?|Z)?");
  private static final Pattern CLOCK =
      Pattern.compile("(-?)(\\d+):(\\d\\d)(?::(\\d\\d(?:\\.\\d+)?))?");
  private static final Pattern UNIT = Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)\\s*([a-z]+)");

  private LiteralValue() {}

  /// @param literal with its quotes
  static String normal(String literal) {
    var value = literal.substring(1, literal.length() - 1);
    if (value.startsWith("{") || value.startsWith("[")) {
      return "'" + withoutSpaces(value) + "'";
    }
    var date = DATE.matcher(value);
    if (date.matches()) {
      var rest = MIDNIGHT.matcher(date.group(4)).matches() ? "" : date.group(4);
      return "'%s-%2s-%2s".formatted(date.group(1), date.group(2), date.group(3)).replace(' ', '0')
          + rest
          + "'";
    }
    var interval = interval(value.toLowerCase(Locale.ROOT).strip());
    return interval == null ? literal : "'" + interval + "'";
  }

  /// Outside of double quotes.
  private static String withoutSpaces(String value) {
    var text = new StringBuilder();
    var isQuoted = false;
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (c == '"' && (i == 0 || value.charAt(i - 1) != '\\')) {
        isQuoted = !isQuoted;
      }
      if (isQuoted || !Character.isWhitespace(c)) {
        text.append(c);
      }
    }
    return text.toString();
  }

  /// As months, days and seconds; null if it is not an interval.
  private static @Nullable String interval(String value) {
    var months = BigDecimal.ZERO;
    var days = BigDecimal.ZERO;
    var seconds = BigDecimal.ZERO;
    var rest = value;
    var clock = CLOCK.matcher(rest);
    if (clock.find() && clock.end() == rest.length()) {
      var part = clock.group(4) == null ? BigDecimal.ZERO : new BigDecimal(clock.group(4));
      seconds =
          new BigDecimal(clock.group(2))
              .multiply(BigDecimal.valueOf(3600))
              .add(new BigDecimal(clock.group(3)).multiply(BigDecimal.valueOf(60)))
              .add(part);
      seconds = clock.group(1).isEmpty() ? seconds : seconds.negate();
      rest = rest.substring(0, clock.start()).strip();
    } else if (!UNIT.matcher(rest).find()) {
      return null;
    }
    var unit = UNIT.matcher(rest);
    var end = 0;
    while (unit.find() && rest.substring(end, unit.start()).isBlank()) {
      var count = new BigDecimal(unit.group(1));
      end = unit.end();
      switch (unit.group(2)) {
        case "year", "years", "y" -> months = months.add(count.multiply(BigDecimal.valueOf(12)));
        case "month", "months", "mon", "mons" -> months = months.add(count);
        case "week", "weeks" -> days = days.add(count.multiply(BigDecimal.valueOf(7)));
        case "day", "days", "d" -> days = days.add(count);
        case "hour", "hours", "h", "hr", "hrs" ->
            seconds = seconds.add(count.multiply(BigDecimal.valueOf(3600)));
        case "minute", "minutes", "min", "mins", "m" ->
            seconds = seconds.add(count.multiply(BigDecimal.valueOf(60)));
        case "second", "seconds", "sec", "secs", "s" -> seconds = seconds.add(count);
        default -> {
          return null;
        }
      }
    }
    return rest.substring(end).isBlank()
        ? "%s mons %s days %s secs".formatted(plain(months), plain(days), plain(seconds))
        : null;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
