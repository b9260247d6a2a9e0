package dev.deed.engine;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a migration file's name, derived from any description: letters and digits of any
/// language, in lower case, joined by `_`. Empty if the description has none.
public final class Slug {

  /// Keeps the name below 255 bytes even if each letter takes four.
  private static final int MOST_LETTERS = 50;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NEITHER_LETTERS_NOR_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern OUTER = Pattern.compile("^_|_$");

  private Slug() {}

  public static String of(String description) {
    var lower = Normalizer.normalize(description, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var letters = MARKS.matcher(lower).replaceAll("");
    var words = NEITHER_LETTERS_NOR_DIGITS.matcher(letters).replaceAll("_");
    return cut(OUTER.matcher(words).replaceAll(""));
  }

  /// Cuts after a whole word, if there is one.
  private static String cut(String slug) {
    if (slug.codePointCount(0, slug.length()) <= MOST_LETTERS) {
      return slug;
    }
    var end = slug.offsetByCodePoints(0, MOST_LETTERS);
    var word = slug.charAt(end) == '_' ? end : slug.lastIndexOf('_', end);
    return slug.substring(0, word > 0 ? word : end);
  }
}
