package dev.deed.ownership;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When an environment may be changed: on some days of the week, from one time to another, by the
/// clocks of a zone. A window that passes midnight belongs to the day on which it opens.
///
/// @param text as in the ownership file: `Mon-Fri 22:00-04:00 Europe/Berlin`
/// @param days on which it opens
/// @param to the end, which is not in it; midnight where it is not after `from`
public record MaintenanceWindow(
    String text, SortedSet<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {

  public static final String EXPECTED =
      "days, times and a zone, such as \"Mon-Fri 22:00-04:00 Europe/Berlin\" or \"daily 02:00-05:00\"";

  private static final Pattern FORM =
      Pattern.compile("(\\S+)\\s+(\\d{1,2}:\\d\\d)\\s*-\\s*(\\d{1,2}:\\d\\d)(?:\\s+(\\S+))?");
  private static final int WEEK = 7;

  public MaintenanceWindow {
    days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
  }

  /// @return null where the text is not one
  public static @Nullable MaintenanceWindow parse(String text) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return null;
    }
    try {
      var days = days(form.group(1));
      var from = time(form.group(2));
      var to = time(form.group(3).equals("24:00") ? "00:00" : form.group(3));
      var isEmpty = from.equals(to) && !(form.group(3).equals("24:00"));
      var zone = ZoneId.of(form.group(4) == null ? "UTC" : form.group(4));
      return days.isEmpty() || isEmpty
          ? null
          : new MaintenanceWindow(text.strip(), new TreeSet<>(days), from, to, zone);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LocalTime time(String text) {
    return LocalTime.parse(text.length() == 4 ? "0" + text : text);
  }

  /// Empty where it is not about days.
  private static Set<DayOfWeek> days(String text) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    if (text.equalsIgnoreCase("daily")) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    for (var part : text.split(",", -1)) {
      var ends = part.split("-", -1);
      var first = day(ends[0]);
      var last = day(ends[ends.length - 1]);
      if (first == null || last == null || ends.length > 2) {
        return Set.of();
      }
      for (var day = first; ; day = day.plus(1)) {
        days.add(day);
        if (day == last) {
          break;
        }
      }
    }
    return days;
  }

  /// In English, whole or by its first three letters.
  private static @Nullable DayOfWeek day(String text) {
    var word = text.toUpperCase(Locale.ROOT);
    for (var day : DayOfWeek.values()) {
      if (day.name().equals(word) || (word.length() == 3 && day.name().startsWith(word))) {
        return day;
      }
    }
    return null;
  }

  public boolean isOpen(Instant now) {
    var local = now.atZone(zone);
    var time = local.toLocalTime();
    var day = local.getDayOfWeek();
    if (from.isBefore(to)) {
      return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
    }
    return (days.contains(day) && !time.isBefore(from))
        || (days.contains(day.minus(1)) && time.isBefore(to));
  }

  /// When it opens next. Where clocks skip the hour, it opens as soon as that is over.
  public Instant next(Instant now) {
    var today = now.atZone(zone).toLocalDate();
    for (var ahead = 0; ahead <= WEEK; ahead++) {
      var day = today.plusDays(ahead);
      var opening = day.atTime(from).atZone(zone).toInstant();
      if (days.contains(day.getDayOfWeek()) && opening.isAfter(now)) {
        return opening;
      }
    }
    throw new IllegalStateException("a window has at least one day of the week");
  }

  @Override
  public String toString() {
    return text;
  }
}
