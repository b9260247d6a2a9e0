package dev.deed.lint.facts;

import java.util.List;

/// Searches a text for several words in one pass. Most scripts contain none of them, so a rule can
/// stop there.
public final class WordSearch {

  private static final int ASCII = 0x80;

  private final List<String> words;

  /// The pairs of second and third letters of the words; pairs with the first letter would match
  /// too often. Characters outside ASCII may match such a pair by accident.
  private final boolean[] pairs = new boolean[ASCII * ASCII];

  /// @param words each of at least three characters
  public WordSearch(String... words) {
    this.words = List.of(words);
    for (var word : words) {
      pairs[pair(word.charAt(1), word.charAt(2))] = true;
    }
  }

  public boolean anyIn(String text) {
    var chars = text.toCharArray();
    for (var i = 2; i < chars.length; i++) {
      if (pairs[pair(chars[i - 1], chars[i])] && anyAt(text, i - 2)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyAt(String text, int at) {
    for (var word : words) {
      if (text.startsWith(word, at)) {
        return true;
      }
    }
    return false;
  }

  private static int pair(char first, char second) {
    return first % ASCII * ASCII + second % ASCII;
  }
}
