package dev.deed.sql.lex;

import dev.deed.sql.Keyword;
import java.nio.charset.StandardCharsets;

/// Names as PostgreSQL folds them: ASCII letters only, and truncated to 63 bytes.
public final class FoldedName {

  private static final int MOST_BYTES = 63;

  private FoldedName() {}

  /// The name that a word or quoted identifier represents: an unquoted one in lower case, a quoted
  /// one decoded.
  public static String folded(Tokens tokens, int token) {
    Keyword keyword = tokens.keyword(token);
    if (keyword != null) {
      return keyword.word();
    }
    var raw = tokens.raw(token);
    return tokens.shared(
        cut(tokens.sign(token) == Sign.QUOTED ? unquoted(tokens, token, raw) : lower(raw)));
  }

  private static String unquoted(Tokens tokens, int token, String raw) {
    if (raw.charAt(0) != '"') {
      return UnicodeEscapes.decoded(tokens, token, '"');
    }
    var inner = raw.substring(1, raw.length() - 1);
    return inner.indexOf('"') < 0 ? inner : inner.replace("\"\"", "\"");
  }

  static String lower(String word) {
    for (var i = 0; i < word.length(); i++) {
      if (isUpper(word.charAt(i))) {
        return lowerFrom(word, i);
      }
    }
    return word;
  }

  private static String lowerFrom(String word, int first) {
    var chars = word.toCharArray();
    for (var i = first; i < chars.length; i++) {
      if (isUpper(chars[i])) {
        chars[i] += 32;
      }
    }
    return new String(chars);
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static String cut(String name) {
    if (name.length() <= MOST_BYTES / 3 || bytes(name) <= MOST_BYTES) {
      return name;
    }
    var end = Math.min(name.length(), MOST_BYTES);
    while (bytes(name.substring(0, end)) > MOST_BYTES
        || Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end);
  }

  static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
