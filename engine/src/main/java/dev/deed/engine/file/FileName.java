package dev.deed.engine.file;

import dev.deed.engine.Version;
import java.util.Optional;

/// The parts of a migration file's name: `<version>_<slug>.sql`, or one of a pair
/// `<version>_<slug>.up.sql` and `<version>_<slug>.down.sql`.
record FileName(Version version, String slug, Part part) {

  enum Part {
    BOTH(""),
    UP(".up"),
    DOWN(".down");

    private final String suffix;

    Part(String suffix) {
      this.suffix = suffix;
    }
  }

  private static final String SQL = ".sql";

  /// Parsed by hand for speed: this runs for every file of every run.
  static Optional<FileName> of(String name) {
    var digits = digits(name);
    if (!Version.isVersion(name.substring(0, digits))
        || !name.startsWith("_", digits)
        || !name.endsWith(SQL)) {
      return Optional.empty();
    }
    var slug = name.substring(digits + 1, name.length() - SQL.length());
    var part = slug.endsWith(Part.UP.suffix) ? Part.UP : Part.BOTH;
    part = slug.endsWith(Part.DOWN.suffix) ? Part.DOWN : part;
    var shorter = slug.substring(0, slug.length() - part.suffix.length());
    if (!isSlug(shorter)) {
      part = Part.BOTH;
      shorter = slug;
    }
    return isSlug(shorter)
        ? Optional.of(new FileName(new Version(name.substring(0, digits)), shorter, part))
        : Optional.empty();
  }

  private static int digits(String name) {
    var digits = 0;
    while (digits < name.length() && name.charAt(digits) >= '0' && name.charAt(digits) <= '9') {
      digits++;
    }
    return digits;
  }

  /// Letters and digits of any language; dots, dashes and underscores except at the end.
  private static boolean isSlug(String text) {
    if (text.isEmpty() || !isWord(text.codePointBefore(text.length()))) {
      return false;
    }
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (!isWord(c) && c != '_' && c != '.' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(int c) {
    return switch (Character.getType(c)) {
      case Character.LETTER_NUMBER, Character.OTHER_NUMBER, Character.DECIMAL_DIGIT_NUMBER -> true;
      default -> Character.isLetter(c);
    };
  }
}
