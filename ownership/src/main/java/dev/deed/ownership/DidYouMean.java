package dev.deed.ownership;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// "Did you mean": finds the known word closest to a misspelt one.
public final class DidYouMean {

  private DidYouMean() {}

  public static Optional<String> nearest(String word, Collection<String> known) {
    var lower = word.toLowerCase(Locale.ROOT);
    var limit = Math.max(1, lower.length() / 3);
    return known.stream()
        .filter(k -> distance(lower, k.toLowerCase(Locale.ROOT)) <= limit)
        .min(
            Comparator.<String>comparingInt(k -> distance(lower, k.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// `did you mean "web"?`, or else the list of known words.
  public static String advice(String word, Collection<String> known) {
    return nearest(word, known)
        .map(k -> "did you mean \"" + k + "\"?")
        .orElseGet(
            () -> known.isEmpty() ? "none is defined yet" : "known: " + String.join(", ", known));
  }

  /// The number of letters to insert, delete, replace or swap with a neighbour.
  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) {
      for (var j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int cheapest(int[][] rows, String a, String b, int i, int j) {
    var change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    var best =
        Math.min(rows[i - 1][j - 1] + change, Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1));
    var swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }
}
