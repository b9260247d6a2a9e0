package dev.deed.sql.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/// An interval in the style `postgres`: `1 year 2 mons 3 days 04:05:06`.
final class IntervalLiteral {

  private static final Pattern PART =
      Pattern.compile(
          "([+-]?\\d+(?:\\.\\d+)?) *([a-z]+)|([+-]?)(\\d+):(\\d\\d)(?::(\\d\\d(?:\\.\\d+)?))?");
  private static final Pattern YEARS = Pattern.compile("([+-]?)(\\d+)-(\\d{1,2})");
  private static final Pattern DAYS = Pattern.compile("([+-]?\\d+) +([+-]?\\d+:\\d\\d.*)");
  private static final Pattern ISO_PART = Pattern.compile("(-?\\d+)([ymwdhs])");
  private static final Pattern COUNT = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");
  private static final Pattern MINUTES = Pattern.compile("\\d+:\\d\\d(?:\\.\\d+)?");
  private static final BigDecimal YEAR = BigDecimal.valueOf(12);
  private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

  private BigDecimal months = BigDecimal.ZERO;
  private BigDecimal days = BigDecimal.ZERO;
  private BigDecimal seconds = BigDecimal.ZERO;

  private IntervalLiteral() {}

  /// @param type may have fields and a precision: `interval day to second(0)`
  static String of(String value, TypeName type) {
    var text = value.strip().toLowerCase(Locale.ROOT).replaceFirst("^@ *", "");
    var fields = type.name().name().substring("interval".length()).strip();
    var last = fields.substring(fields.lastIndexOf(' ') + 1);
    var interval = new IntervalLiteral();
    if (COUNT.matcher(text).matches()) {
      text += " " + (last.isEmpty() ? "second" : last);
    } else if (fields.equals("minute to second") && MINUTES.matcher(text).matches()) {
      text = (text.indexOf(':') == 1 ? "00:0" : "00:") + text;
    }
    var isPast = text.endsWith(" ago");
    var rest = isPast ? text.substring(0, text.length() - 4) : text;
    var isRead = rest.startsWith("p") ? interval.readIso(rest) : interval.read(rest);
    if (!isRead || !interval.isWhole()) {
      return value;
    }
    interval.cut(last);
    if (!type.modifiers().isEmpty()) {
      interval.seconds =
          interval.seconds.setScale(
              Integer.parseInt(type.modifiers().getFirst()), RoundingMode.HALF_UP);
    }
    return interval.text(isPast);
  }

  /// What is smaller than the last field goes.
  private void cut(String last) {
    switch (last) {
      case "year", "month" -> {
        months = last.equals("year") ? months.subtract(months.remainder(YEAR)) : months;
        days = BigDecimal.ZERO;
        seconds = BigDecimal.ZERO;
      }
      case "day" -> seconds = BigDecimal.ZERO;
      case "hour" -> seconds = seconds.subtract(seconds.remainder(HOUR));
      case "minute" -> seconds = seconds.subtract(seconds.remainder(MINUTE));
      default -> {}
    }
  }

  private boolean read(String text) {
    if (text.equals("0")) {
      return true;
    }
    var years = YEARS.matcher(text);
    if (years.matches()) {
      var all = Long.parseLong(years.group(2)) * 12 + Long.parseLong(years.group(3));
      months = BigDecimal.valueOf(years.group(1).equals("-") ? -all : all);
      return true;
    }
    var day = DAYS.matcher(text);
    if (day.matches()) {
      days = new BigDecimal(day.group(1));
      return read(day.group(2));
    }
    var part = PART.matcher(text);
    var end = 0;
    while (part.find() && text.substring(end, part.start()).isBlank()) {
      if (part.group(2) == null) {
        addClock(part.group(3), part.group(4), part.group(5), part.group(6));
      } else if (!add(new BigDecimal(part.group(1)), part.group(2))) {
        return false;
      }
      end = part.end();
    }
    return end > 0 && text.substring(end).isBlank();
  }

  private void addClock(String sign, String hour, String minute, String second) {
    var clock =
        new BigDecimal(hour)
            .multiply(HOUR)
            .add(new BigDecimal(minute).multiply(MINUTE))
            .add(second == null ? BigDecimal.ZERO : new BigDecimal(second));
    seconds = seconds.add(sign.equals("-") ? clock.negate() : clock);
  }

  /// `P1DT2H`
  private boolean readIso(String text) {
    var time = text.indexOf('t');
    return readIso(text.substring(1, time < 0 ? text.length() : time), false)
        && (time < 0 || readIso(text.substring(time + 1), true));
  }

  private boolean readIso(String text, boolean isTime) {
    var part = ISO_PART.matcher(text);
    var end = 0;
    while (part.find() && part.start() == end) {
      var unit = isTime && part.group(2).equals("m") ? "min" : part.group(2);
      if (!add(new BigDecimal(part.group(1)), unit.equals("m") ? "mon" : unit)) {
        return false;
      }
      end = part.end();
    }
    return end == text.length();
  }

  private boolean add(BigDecimal count, String unit) {
    switch (unit) {
      case "millennium", "millennia", "mil", "mils" -> addYears(count, 1000);
      case "century", "centuries", "c", "cent" -> addYears(count, 100);
      case "decade", "decades", "dec", "decs" -> addYears(count, 10);
      case "year", "years", "y", "yr", "yrs" -> addYears(count, 1);
      case "month", "months", "mon", "mons" -> months = months.add(count);
      case "week", "weeks", "w" -> addDays(count.multiply(BigDecimal.valueOf(7)));
      case "day", "days", "d" -> addDays(count);
      case "hour", "hours", "h", "hr", "hrs" -> seconds = seconds.add(count.multiply(HOUR));
      case "minute", "minutes", "min", "mins", "m" -> seconds = seconds.add(count.multiply(MINUTE));
      case "second", "seconds", "sec", "secs", "s" -> seconds = seconds.add(count);
      case "millisecond", "milliseconds", "ms", "msec", "msecs" ->
          seconds = seconds.add(count.movePointLeft(3));
      case "microsecond", "microseconds", "us", "usec", "usecs" ->
          seconds = seconds.add(count.movePointLeft(6));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void addYears(BigDecimal count, int each) {
    months = months.add(count.multiply(YEAR).multiply(BigDecimal.valueOf(each)));
  }

  /// Half a day is twelve hours.
  private void addDays(BigDecimal count) {
    var whole = count.setScale(0, RoundingMode.DOWN);
    days = days.add(whole);
    seconds = seconds.add(count.subtract(whole).multiply(BigDecimal.valueOf(24)).multiply(HOUR));
  }

  /// How PostgreSQL divides half a month is not repeated here.
  private boolean isWhole() {
    return isInteger(months) && isInteger(days) && seconds.stripTrailingZeros().scale() <= 6;
  }

  private static boolean isInteger(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private String text(boolean isPast) {
    if (isPast) {
      months = months.negate();
      days = days.negate();
      seconds = seconds.negate();
    }
    var text = new StringBuilder();
    var wholeMonths = months.longValue();
    unit(text, wholeMonths / 12, "year");
    unit(text, wholeMonths % 12, "mon");
    unit(text, days.longValue(), "day");
    if (seconds.signum() != 0 || text.isEmpty()) {
      clock(text);
    }
    return text.toString();
  }

  private static void unit(StringBuilder text, long count, String unit) {
    if (count != 0) {
      text.append(text.isEmpty() ? "" : " ");
      text.append(count > 0 && text.indexOf("-") >= 0 ? "+" : "");
      text.append(count).append(' ').append(unit).append(count == 1 ? "" : "s");
    }
  }

  private void clock(StringBuilder text) {
    var isAfterNegative = text.indexOf("-") >= 0;
    text.append(text.isEmpty() ? "" : " ");
    text.append(seconds.signum() < 0 ? "-" : isAfterNegative ? "+" : "");
    var whole = seconds.abs();
    var hours = whole.divideToIntegralValue(HOUR);
    var rest = whole.subtract(hours.multiply(HOUR));
    var minutes = rest.divideToIntegralValue(MINUTE);
    var second = rest.subtract(minutes.multiply(MINUTE)).stripTrailingZeros();
    var plain = second.signum() == 0 ? "0" : second.toPlainString();
    var padded = plain.length() == 1 || plain.charAt(1) == '.' ? "0" + plain : plain;
    text.append("%02d:%02d:%s".formatted(hours.longValue(), minutes.longValue(), padded));
  }
}
