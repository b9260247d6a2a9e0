package dev.deed.sql.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates and times in ISO 8601, as PostgreSQL prints them with `DateStyle` `ISO`. What depends on
/// the session (`1/8/1999`) or on the moment (`today`) is not understood.
final class TimeLiteral {

  private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern OTHER_DATE =
      Pattern.compile("(\\d{4})/(\\d{1,2})/(\\d{1,2})|(\\d{4})(\\d\\d)(\\d\\d)");
  private static final Pattern NAMED =
      Pattern.compile("(?:([a-z]{3,9})\\.? (\\d{1,2}),? |(\\d{1,2})[ -]([a-z]{3,9})[ -])(\\d{4})");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,6}))?)?( ?[ap]m)?");
  private static final Pattern DIGITS =
      Pattern.compile("t?(\\d\\d)(\\d\\d)(\\d\\d(?:\\.\\d{1,6})?)?");
  private static final Pattern ZONE = Pattern.compile(" ?(z|utc|gmt|[+-]\\d\\d(?::?\\d\\d)?)$");
  private static final Pattern BEFORE_TIME = Pattern.compile("(?<=\\d)(?:t| +)(?=\\d{1,2}:)");
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private TimeLiteral() {}

  static String date(String value) {
    try {
      var text = value.strip().toLowerCase(Locale.ROOT);
      var date = DATE.matcher(text);
      if (date.matches()) {
        return day(date.group(1), date.group(2), date.group(3)).toString();
      }
      var other = OTHER_DATE.matcher(text);
      if (other.matches()) {
        var first = other.group(1) == null ? 4 : 1;
        return day(other.group(first), other.group(first + 1), other.group(first + 2)).toString();
      }
      if (text.equals("epoch")) {
        return "1970-01-01";
      }
      var named = NAMED.matcher(text);
      return named.matches() ? named(named, value) : value;
    } catch (DateTimeException _) {
      return value;
    }
  }

  private static String named(Matcher named, String value) {
    var isFirst = named.group(1) != null;
    var word = isFirst ? named.group(1) : named.group(4);
    var month = MONTHS.indexOf(word.substring(0, 3));
    if (month < 0 || month % 3 != 0) {
      return value;
    }
    var day = isFirst ? named.group(2) : named.group(3);
    return day(named.group(5), Integer.toString(month / 3 + 1), day).toString();
  }

  private static LocalDate day(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  static String time(String value) {
    var text = value.strip().toLowerCase(Locale.ROOT);
    if (text.equals("allballs")) {
      return "00:00:00";
    }
    var digits = DIGITS.matcher(text);
    var time = TIME.matcher(digits.matches() ? spaced(digits) : text);
    return time.matches() ? clock(time) : value;
  }

  private static String spaced(Matcher digits) {
    var second = digits.group(3) == null ? "" : ":" + digits.group(3);
    return digits.group(1) + ":" + digits.group(2) + second;
  }

  /// Without a zone, UTC is taken for the session's.
  static String zonedTime(String value) {
    var text = value.strip().toLowerCase(Locale.ROOT);
    var zone = ZONE.matcher(text);
    var hasZone = zone.find();
    var local = time(hasZone ? text.substring(0, zone.start()) : text);
    if (!TIME.matcher(local).matches()) {
      return value;
    }
    try {
      var offset = hasZone ? offset(zone.group(1)) : ZoneOffset.UTC;
      return local + (offset.equals(ZoneOffset.UTC) ? "+00" : offset.getId().replace(":00", ""));
    } catch (DateTimeException _) {
      return value;
    }
  }

  private static String clock(Matcher time) {
    var hour = Integer.parseInt(time.group(1));
    var half = time.group(5);
    if (half != null) {
      hour = hour % 12 + (half.strip().equals("pm") ? 12 : 0);
    }
    var second = time.group(3) == null ? "00" : time.group(3);
    var fraction = time.group(4) == null ? "" : time.group(4).replaceFirst("0+$", "");
    return "%02d:%s:%s%s"
        .formatted(hour, time.group(2), second, fraction.isEmpty() ? "" : "." + fraction);
  }

  static String timestamp(String value) {
    var text = value.strip().toLowerCase(Locale.ROOT);
    if (text.equals("epoch")) {
      return "1970-01-01 00:00:00";
    }
    if (ZONE.matcher(text).find() && text.contains(":")) {
      return value;
    }
    var parts = BEFORE_TIME.split(text, 2);
    var date = date(parts[0]);
    var time = parts.length == 1 ? "00:00:00" : time(parts[1]);
    var isUnderstood = DATE.matcher(date).matches() && TIME.matcher(time).matches();
    return isUnderstood ? date + " " + time : value;
  }

  /// Without a zone, UTC is taken for the session's. A server with another one prints its own.
  static String zoned(String value) {
    var text = value.strip().toLowerCase(Locale.ROOT);
    if (text.equals("epoch")) {
      return "1970-01-01 00:00:00+00";
    }
    var zone = ZONE.matcher(text);
    var hasZone = text.contains(":") && zone.find();
    var local = timestamp(hasZone ? text.substring(0, zone.start()) : text);
    try {
      var offset = hasZone ? offset(zone.group(1)) : ZoneOffset.UTC;
      var utc =
          LocalDateTime.parse(local.replace(' ', 'T'))
              .atOffset(offset)
              .withOffsetSameInstant(ZoneOffset.UTC);
      return timestamp(utc.toLocalDateTime().toString()) + "+00";
    } catch (DateTimeException _) {
      return value;
    }
  }

  private static ZoneOffset offset(String zone) {
    return zone.charAt(0) == '+' || zone.charAt(0) == '-' ? ZoneOffset.of(zone) : ZoneOffset.UTC;
  }
}
