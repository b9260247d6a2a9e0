package dev.deed.engine.file;

import dev.deed.engine.Version;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.Collections;

/// The version of a new migration: the current time, but after all existing versions, so that it is
/// never out of order. Where versions are counted (`001`, `002`), the count continues.
final class NextVersion {

  /// The shortest text that is a date: `20260129`.
  private static final int DATE_LENGTH = 8;

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

  private NextVersion() {}

  static Version after(Collection<Version> taken, Instant now) {
    var second = new Version(SECOND.format(LocalDateTime.ofInstant(now, ZoneOffset.UTC)));
    if (taken.isEmpty()) {
      return second;
    }
    var last = Collections.max(taken);
    var isCounted = significant(last).length() < DATE_LENGTH;
    return !isCounted && second.compareTo(last) > 0 ? second : behind(last);
  }

  /// The next second, or the next number, padded to the width of the last one.
  private static Version behind(Version last) {
    try {
      return new Version(SECOND.format(LocalDateTime.parse(last.text(), SECOND).plusSeconds(1)));
    } catch (DateTimeParseException e) {
      var next = new BigInteger(last.text()).add(BigInteger.ONE).toString();
      return new Version("0".repeat(Math.max(0, last.text().length() - next.length())) + next);
    }
  }

  private static String significant(Version version) {
    return new BigInteger(version.text()).toString();
  }
}
