package dev.deed.lint.facts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Searches a text for several words in one pass. Most scripts contain none of them, so a rule can
/// stop there.
public final class WordSearch {

  private static final int ASCII = 0x80;

  /// Characters that are looked at together: a text may have many millions.
  private static final int PIECE = 1 << 13;

  private final boolean ignoresCase;
  private final List<String> words;

  /// The pairs of second and third letters of the words; pairs with the first letter would match
  /// too often. Characters outside ASCII may match such a pair by accident.
  private final boolean[] pairs = new boolean[ASCII * ASCII];

  /// @param words each of at least three characters
  public WordSearch(String... words) {
    this(false, words);
  }

  private WordSearch(boolean ignoresCase, String... words) {
    this.ignoresCase = ignoresCase;
    this.words = List.of(words);
    for (var word : words) {
      spellings(word.charAt(1))
          .forEach(second ->
              spellings(word.charAt(2)).forEach(third -> pairs[pair(second, third)] = true));
    }
  }

  /// The same for words in small and in capital letters.
  public static WordSearch ignoringCase(String... words) {
    return new WordSearch(true, words);
  }

  public boolean anyIn(String text) {
    return next(text, 0, text.length()) >= 0;
  }

  /// Where the first of them begins in that part of the text; -1 for nowhere.
  public int next(String text, int start, int end) {
    var chars = new char[Math.clamp((long) end - start, 0, PIECE)];
    for (var from = start; from + 2 < end; from += PIECE - 2) {
      var length = Math.min(PIECE, end - from);
      text.getChars(from, from + length, chars, 0);
      for (var i = 2; i < length; i++) {
        if (pairs[pair(chars[i - 1], chars[i])] && anyAt(text, from + i - 2, end)) {
          return from + i - 2;
        }
      }
    }
    return -1;
  }

  private boolean anyAt(String text, int at, int end) {
    for (var word : words) {
      if (at + word.length() <= end
          && text.regionMatches(ignoresCase, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private Stream<Character> spellings(char letter) {
    var text = String.valueOf(letter);
    return ignoresCase
        ? Stream.of(text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT))
            .map(spelling -> spelling.charAt(0))
        : Stream.of(letter);
  }

  private static int pair(char first, char second) {
    return first % ASCII * ASCII + second % ASCII;
  }
}
