package dev.deed.sql;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// "Did you mean": the known word with the fewest typing errors between it and a given one.
public final class Nearest {

  private Nearest() {}

  public static Optional<String> of(String word, Collection<String> known) {
    var most = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> slips(word, candidate) <= most)
        .min(Comparator.comparingInt(candidate -> slips(word, candidate)));
  }

  /// Letters left out, inserted, replaced, or swapped with their neighbours.
  private static int slips(String from, String to) {
    var table = new int[from.length() + 1][to.length() + 1];
    for (var i = 0; i <= from.length(); i++) {
      for (var j = 0; j <= to.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : slips(table, from, to, i, j);
      }
    }
    return table[from.length()][to.length()];
  }

  private static int slips(int[][] table, String from, String to, int i, int j) {
    var same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    var fewest =
        Math.min(table[i - 1][j - 1] + same, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
    var isSwapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return isSwapped ? Math.min(fewest, table[i - 2][j - 2] + 1) : fewest;
  }
}
