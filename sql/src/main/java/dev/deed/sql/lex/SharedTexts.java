package dev.deed.sql.lex;

import org.jspecify.annotations.Nullable;

/// Keeps one copy of the texts that come again and again: names, types, defaults. It forgets a text
/// when another takes its place, so it never grows.
public final class SharedTexts {

  private static final int PLACES = 1 << 10;

  private final @Nullable String[] texts = new @Nullable String[PLACES];

  /// A text that is equal.
  public String one(String text) {
    var hash = text.hashCode();
    var place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    var known = texts[place];
    if (known != null && known.equals(text)) {
      return known;
    }
    texts[place] = text;
    return text;
  }
}
