package dev.deed.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A migration's place in the order of its database: a UTC timestamp `yyyyMMddHHmmss` or a plain
/// number, compared as numbers; `001` and `1` are the same version. Other tools' versions may have
/// dots, as in `1.2.10`, or be names whose order only the tool's files say.
///
/// @param text as written in the file's name
/// @param place in the order of the tool's files, from 1 on; 0 where the text says the order, or
///   the file is not known
public record Version(String text, int place) implements Comparable<Version> {

  /// Places from here on come after all numbers: what a tool runs last, and again when it changes.
  public static final int LAST = 1_000_000_000;

  private static final int LONGEST = 40;
  private static final int LONGEST_NAME = 200;
  private static final int TIMESTAMP = 14;
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  public Version {
    if (!isName(text) || place < 0) {
      throw new IllegalArgumentException("not a version: " + text);
    }
  }

  public Version(String text) {
    this(text, 0);
  }

  /// Whether it is a version of deed's own layout.
  public static boolean isVersion(String text) {
    var length = text.length();
    for (var i = 0; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return length > 0 && length <= LONGEST;
  }

  /// Whether a tool may have it: anything in one line, without a slash, or blanks at its ends.
  public static boolean isName(String text) {
    return isVersion(text)
        || (!text.isEmpty()
            && text.length() <= LONGEST_NAME
            && text.equals(text.strip())
            && text.indexOf('/') < 0
            && text.chars().noneMatch(Character::isISOControl));
  }

  /// Digits, perhaps with dots between them.
  public static boolean isNumber(String text) {
    var wasDigit = false;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var isDigit = c >= '0' && c <= '9';
      if (!isDigit && !(c == '.' && wasDigit)) {
        return false;
      }
      wasDigit = isDigit;
    }
    return wasDigit && text.length() <= LONGEST_NAME;
  }

  /// A timestamp `yyyyMMddHHmmss` has 14 digits: none of them comes after this one.
  public boolean isAfterAnyTimestamp() {
    return isVersion(text) && place == 0 && number().length() > TIMESTAMP;
  }

  /// A timestamp that is more than a year ahead: every version from the clock would come before it.
  public boolean isFarAhead(Instant now) {
    var limit = TO_THE_SECOND.format(now.atZone(ZoneOffset.UTC).plusYears(1));
    return isVersion(text) && number().length() == TIMESTAMP && number().compareTo(limit) > 0;
  }

  public boolean startsWith(String prefix) {
    return text.startsWith(prefix);
  }

  @Override
  public int compareTo(Version other) {
    var byKind = Integer.compare(kind(), other.kind());
    if (byKind != 0) {
      return byKind;
    }
    var byPlace = Integer.compare(place, other.place);
    if (byPlace != 0) {
      return byPlace;
    }
    return isNumber(text) && isNumber(other.text)
        ? compareNumbers(number(), other.number())
        : text.compareTo(other.text);
  }

  /// Names of unknown files come first, then what has a place, then numbers, then what runs last.
  private int kind() {
    if (place > 0) {
      return place < LAST ? 1 : 3;
    }
    return isNumber(text) ? 2 : 0;
  }

  private static int compareNumbers(String one, String other) {
    if (one.indexOf('.') < 0 && other.indexOf('.') < 0) {
      var byLength = Integer.compare(one.length(), other.length());
      return byLength != 0 ? byLength : one.compareTo(other);
    }
    var ones = one.split("\\.");
    var others = other.split("\\.");
    for (var i = 0; i < Math.max(ones.length, others.length); i++) {
      var part =
          compareNumbers(
              i < ones.length ? withoutZeros(ones[i]) : "0",
              i < others.length ? withoutZeros(others[i]) : "0");
      if (part != 0) {
        return part;
      }
    }
    return 0;
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

  /// The text in the one form that equal versions have: `1.2.0` and `01.2` are the same.
  private String number() {
    if (text.charAt(0) != '0' && text.indexOf('.') < 0) {
      return text;
    }
    if (!isNumber(text)) {
      return text;
    }
    if (text.indexOf('.') < 0) {
      return withoutZeros(text);
    }
    var parts = new StringBuilder(text.length());
    for (var part : text.split("\\.")) {
      parts.append(parts.isEmpty() ? "" : ".").append(withoutZeros(part));
    }
    var end = parts.length();
    while (end > 2 && parts.charAt(end - 1) == '0' && parts.charAt(end - 2) == '.') {
      end -= 2;
    }
    return parts.substring(0, end);
  }

  private static String withoutZeros(String digits) {
    var first = 0;
    while (first < digits.length() - 1 && digits.charAt(first) == '0') {
      first++;
    }
    return digits.substring(first);
  }
}
