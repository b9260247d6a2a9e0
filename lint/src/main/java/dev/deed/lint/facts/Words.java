package dev.deed.lint.facts;

import java.util.List;

/// Words to be looked for all at once. Most scripts hold none of them, and are not looked at any
/// closer.
public final class Words {

  private static final int ASCII = 0x80;

  private final List<String> words;

  /// Which pairs a word has behind its first letter: with the first letter, too many texts would
  /// pass. Other characters may be taken for such a pair.
  private final boolean[] pairs = new boolean[ASCII * ASCII];

  /// @param words each of three characters at least
  public Words(String... words) {
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
