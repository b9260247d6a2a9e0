package dev.deed.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A migration's place in the order of its database: a UTC timestamp `yyyyMMddHHmmss` or a plain
/// number, compared as numbers. `001` and `1` are the same version.
///
/// @param text as written in the file's name, digits only
public record Version(String text) implements Comparable<Version> {

  private static final int LONGEST = 40;
  private static final int TIMESTAMP = 14;
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  public Version {
    if (!isVersion(text)) {
      throw new IllegalArgumentException("not a version: " + text);
    }
  }

  public static boolean isVersion(String text) {
    var length = text.length();
    for (var i = 0; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return length > 0 && length <= LONGEST;
  }

  /// A timestamp `yyyyMMddHHmmss` has 14 digits: none of them comes after this one.
  public boolean isAfterAnyTimestamp() {
    return number().length() > TIMESTAMP;
  }

  /// A timestamp that is more than a year ahead: every version from the clock would come before it.
  public boolean isFarAhead(Instant now) {
    var limit = TO_THE_SECOND.format(now.atZone(ZoneOffset.UTC).plusYears(1));
    return number().length() == TIMESTAMP && number().compareTo(limit) > 0;
  }

  public boolean startsWith(String prefix) {
    return text.startsWith(prefix);
  }

  @Override
  public int compareTo(Version other) {
    var mine = number();
    var others = other.number();
    var byLength = Integer.compare(mine.length(), others.length());
    return byLength != 0 ? byLength : mine.compareTo(others);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version version && number().equals(version.number());
  }

  @Override
  public int hashCode() {
    return number().hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private String number() {
    if (text.charAt(0) != '0') {
      return text;
    }
    var first = 0;
    while (first < text.length() - 1 && text.charAt(first) == '0') {
      first++;
    }
    return text.substring(first);
  }
}
