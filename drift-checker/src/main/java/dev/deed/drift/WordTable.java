package dev.deed.drift;

import java.util.Arrays;

/// Words by number, each known by a digest of its characters: a word takes 12 bytes.
final class WordTable {

  private static final long START = 0x9E3779B97F4A7C15L;
  private static final long PRIME = 0x100000001B3L;
  private static final int NONE = -1;

  /// The digest of each word, by its number.
  private long[] digests = new long[1 << 10];

  /// The numbers of words, at any place from that of the last bits of their digests on.
  private int[] places = new int[1 << 11];

  private int count;

  WordTable() {
    Arrays.fill(places, NONE);
  }

  /// A digest of characters, of which two sorts are the same with a probability of 2 to the -64.
  static long digest(CharSequence text, int start, int end, boolean folding) {
    var digest = START;
    for (var i = start; i < end; i++) {
      var c = text.charAt(i);
      digest = (digest ^ (folding && c >= 'A' && c <= 'Z' ? c + 32 : c)) * PRIME;
      digest ^= digest >>> 29;
    }
    return mixed(digest);
  }

  /// A digest of two digests in this order.
  static long both(long first, long second) {
    return mixed(first * 31 + mixed(second + START));
  }

  private static long mixed(long digest) {
    var mixed = (digest ^ (digest >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  int count() {
    return count;
  }

  long digest(int word) {
    return digests[word];
  }

  /// The number of the word, a new one if it is not known yet.
  int number(long digest) {
    var place = place(digest);
    if (places[place] != NONE) {
      return places[place];
    }
    if (count == digests.length) {
      digests = Arrays.copyOf(digests, count * 2);
    }
    digests[count] = digest;
    places[place] = count;
    count++;
    if (count * 2 > places.length) {
      grow();
    }
    return count - 1;
  }

  /// The number of the word, -1 if it is not known.
  int find(long digest) {
    return places[place(digest)];
  }

  private void grow() {
    places = new int[places.length * 2];
    Arrays.fill(places, NONE);
    for (var word = 0; word < count; word++) {
      places[place(digests[word])] = word;
    }
  }

  private int place(long digest) {
    var last = places.length - 1;
    var place = (int) digest & last;
    while (places[place] != NONE && digests[places[place]] != digest) {
      place = (place + 1) & last;
    }
    return place;
  }
}
