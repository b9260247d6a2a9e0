package dev.deed.sql;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// "Did you mean": the known word with the fewest typing errors between it and a given one. All of
/// deed asks here: for commands, options, rules, keys, directives, and names of the project.
public final class Nearest {

  private Nearest() {}

  /// Upper and lower case count as the same; of several words that are equally near, the first in
  /// the alphabet.
  public static Optional<String> of(String word, Collection<String> known) {
    var search = new Search(word);
    for (var candidate : known) {
      search.look(Known.of(candidate));
    }
    return Optional.ofNullable(search.nearest);
  }

  /// `did you mean "web"?`, or else the list of known words.
  public static String orKnown(String word, Collection<String> known) {
    return of(word, known)
        .map("did you mean \"%s\"?"::formatted)
        .orElseGet(
            () -> known.isEmpty() ? "none is defined yet" : "known: " + String.join(", ", known));
  }

  /// Words that come and go, while the nearest of them is asked for again and again.
  public static final class Words {

    /// By length: one slip makes a word longer or shorter by one letter at most.
    private final Map<Integer, Map<String, Known>> byLength = new HashMap<>();

    public void add(String word) {
      var known = Known.of(word);
      byLength.computeIfAbsent(known.lower.length(), _ -> new LinkedHashMap<>()).put(word, known);
    }

    public void remove(String word) {
      var length = word.toLowerCase(Locale.ROOT).length();
      byLength.getOrDefault(length, new HashMap<>()).remove(word);
    }

    /// The same as `Nearest.of`.
    public Optional<String> nearest(String word) {
      var search = new Search(word);
      var length = search.slips.from.length();
      for (var more = 0; more <= search.fewest; more++) {
        look(length + more, search);
        if (more > 0) {
          look(length - more, search);
        }
      }
      return Optional.ofNullable(search.nearest);
    }

    private void look(int length, Search search) {
      byLength.getOrDefault(length, Map.of()).values().forEach(search::look);
    }
  }

  private record Known(String word, String lower, long letters) {
    static Known of(String word) {
      var lower = word.toLowerCase(Locale.ROOT);
      return new Known(word, lower, Slips.letters(lower));
    }
  }

  private static final class Search {

    private final Slips slips;
    private int fewest;
    private @Nullable String nearest;

    Search(String word) {
      slips = new Slips(word.toLowerCase(Locale.ROOT));
      fewest = Math.max(1, slips.from.length() / 3);
    }

    void look(Known candidate) {
      var made = slips.to(candidate, fewest);
      if (made < fewest
          || (made == fewest && (nearest == null || candidate.word.compareTo(nearest) < 0))) {
        nearest = candidate.word;
        fewest = made;
      }
    }
  }

  /// Letters left out, inserted, replaced, or swapped with their neighbours: how many of that lead
  /// from a word to others. There may be thousands of others, so that no more is counted than
  /// decides.
  private static final class Slips {

    private final String from;
    private final long letters;
    private int[][] rows = new int[3][0];

    Slips(String from) {
      this.from = from;
      this.letters = letters(from);
    }

    /// A bit for each of them; a few share one.
    private static long letters(String word) {
      var letters = 0L;
      for (var i = 0; i < word.length(); i++) {
        letters |= 1L << (word.charAt(i) & 63);
      }
      return letters;
    }

    /// Each slip brings, or takes, one letter at most.
    private boolean haveOthers(long others, int most) {
      return Long.bitCount(others & ~letters) > most || Long.bitCount(letters & ~others) > most;
    }

    /// @return more than `most` if that many are not enough
    int to(Known candidate, int most) {
      var word = candidate.lower;
      if (Math.abs(from.length() - word.length()) > most || haveOthers(candidate.letters, most)) {
        return most + 1;
      }
      // What both begin and end with costs nothing: of `orders_12` and `orders_7`, little is left.
      var shorter = Math.min(from.length(), word.length());
      var first = 0;
      while (first < shorter && from.charAt(first) == word.charAt(first)) {
        first++;
      }
      var last = 0;
      while (last < shorter - first
          && from.charAt(from.length() - 1 - last) == word.charAt(word.length() - 1 - last)) {
        last++;
      }
      return between(
          from.substring(first, from.length() - last),
          word.substring(first, word.length() - last),
          most);
    }

    private int between(String own, String other, int most) {
      if (rows[0].length <= other.length()) {
        rows = new int[3][other.length() + 1];
      }
      for (var j = 0; j <= other.length(); j++) {
        rows[0][j] = j;
      }
      var before = 0;
      for (var i = 1; i <= own.length(); i++) {
        var fewest = row(own, other, i);
        if (fewest > most && before > most) {
          return most + 1;
        }
        before = fewest;
      }
      return rows[own.length() % 3][other.length()];
    }

    /// @return the fewest in this row
    private int row(String own, String to, int i) {
      var row = rows[i % 3];
      var above = rows[(i + 2) % 3];
      row[0] = i;
      var fewest = i;
      for (var j = 1; j <= to.length(); j++) {
        var same = own.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + same, 1 + Math.min(above[j], row[j - 1]));
        var isSwapped =
            i > 1
                && j > 1
                && own.charAt(i - 1) == to.charAt(j - 2)
                && own.charAt(i - 2) == to.charAt(j - 1);
        if (isSwapped) {
          row[j] = Math.min(row[j], rows[(i + 1) % 3][j - 2] + 1);
        }
        fewest = Math.min(fewest, row[j]);
      }
      return fewest;
    }
  }
}
