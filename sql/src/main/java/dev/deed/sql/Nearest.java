package dev.deed.sql;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// "Did you mean": the known word with the fewest typing errors between it and a given one. All of
/// deed asks here: for commands, options, rules, keys, directives, and names of the project.
public final class Nearest {

  private Nearest() {}

  /// Upper and lower case count as the same; of several words that are equally near, the first in
  /// the alphabet.
  public static Optional<String> of(String word, Collection<String> known) {
    var lower = word.toLowerCase(Locale.ROOT);
    var most = Math.max(1, lower.length() / 3);
    String nearest = null;
    var fewest = most + 1;
    for (var candidate : known) {
      var slips = slips(lower, candidate.toLowerCase(Locale.ROOT), most);
      var isNearer =
          slips < fewest
              || (slips == fewest && nearest != null && candidate.compareTo(nearest) < 0);
      if (slips <= most && isNearer) {
        nearest = candidate;
        fewest = slips;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /// `did you mean "web"?`, or else the list of known words.
  public static String orKnown(String word, Collection<String> known) {
    return of(word, known)
        .map("did you mean \"%s\"?"::formatted)
        .orElseGet(
            () -> known.isEmpty() ? "none is defined yet" : "known: " + String.join(", ", known));
  }

  /// Letters left out, inserted, replaced, or swapped with their neighbours. Words whose lengths
  /// differ by more than `most` are not compared.
  private static int slips(String from, String to, int most) {
    if (Math.abs(from.length() - to.length()) > most) {
      return most + 1;
    }
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
