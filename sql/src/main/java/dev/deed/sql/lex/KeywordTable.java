package dev.deed.sql.lex;

import dev.deed.sql.Keyword;
import java.util.Arrays;

/// Finds the key word in a range of characters without creating a `String`.
final class KeywordTable {

  static final Keyword[] ALL = Keyword.values();

  /// The value for a word that is not a key word.
  static final short NONE = -1;

  private static final int SIZE = 2048;
  private static final short[] SLOTS = new short[SIZE];
  private static final char[][] WORDS = new char[ALL.length][];
  private static final int LONGEST;

  static {
    Arrays.fill(SLOTS, NONE);
    var longest = 0;
    for (var keyword : ALL) {
      var word = keyword.word().toCharArray();
      WORDS[keyword.ordinal()] = word;
      longest = Math.max(longest, word.length);
      var hash = 0;
      for (var c : word) {
        hash = hash * 31 + c;
      }
      var slot = slot(hash);
      while (SLOTS[slot] != NONE) {
        slot = (slot + 1) & (SIZE - 1);
      }
      SLOTS[slot] = (short) keyword.ordinal();
    }
    LONGEST = longest;
  }

  private KeywordTable() {}

  /// The ordinal of the key word, in any case, or `NONE`.
  ///
  /// @param hash of the characters in lower case, computed as `hash * 31 + c`
  static short find(char[] chars, int start, int end, int hash) {
    if (end - start > LONGEST) {
      return NONE;
    }
    for (var slot = slot(hash); SLOTS[slot] != NONE; slot = (slot + 1) & (SIZE - 1)) {
      if (matches(WORDS[SLOTS[slot]], chars, start, end)) {
        return SLOTS[slot];
      }
    }
    return NONE;
  }

  private static int slot(int hash) {
    return (hash ^ (hash >>> 15)) & (SIZE - 1);
  }

  private static boolean matches(char[] word, char[] chars, int start, int end) {
    if (word.length != end - start) {
      return false;
    }
    for (var i = 0; i < word.length; i++) {
      var c = chars[start + i];
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != word[i]) {
        return false;
      }
    }
    return true;
  }
}
