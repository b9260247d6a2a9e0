package dev.deed.ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One part of a table pattern: literal pieces, joined by `*`, which matches any text.
public record Glob(List<String> pieces) {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_$-]*");

  static final Glob ANYTHING = new Glob(List.of("", ""));

  public Glob {
    pieces = List.copyOf(pieces);
  }

  public boolean isExact() {
    return pieces.size() == 1;
  }

  boolean isAnything() {
    return pieces.stream().allMatch(String::isEmpty);
  }

  public int literalLength() {
    return pieces.stream().mapToInt(String::length).sum();
  }

  int stars() {
    return pieces.size() - 1;
  }

  public boolean matches(String name) {
    var last = pieces.getLast();
    if (isExact()) {
      return name.equals(last);
    }
    if (!name.startsWith(pieces.getFirst())) {
      return false;
    }
    var from = pieces.getFirst().length();
    for (var piece : pieces.subList(1, pieces.size() - 1)) {
      var at = name.indexOf(piece, from);
      if (at < 0) {
        return false;
      }
      from = at + piece.length();
    }
    return name.length() - last.length() >= from && name.endsWith(last);
  }

  /// True if a name exists that both match.
  boolean overlaps(Glob other) {
    return overlap(symbols(), other.symbols());
  }

  /// The characters, `-1` for a star.
  private List<Integer> symbols() {
    var symbols = new ArrayList<Integer>();
    for (var i = 0; i < pieces.size(); i++) {
      if (i > 0) {
        symbols.add(-1);
      }
      pieces.get(i).chars().forEach(symbols::add);
    }
    return symbols;
  }

  /// Computes for each pair of prefixes whether some text matches both, up to the whole patterns.
  private static boolean overlap(List<Integer> a, List<Integer> b) {
    var reachable = new boolean[a.size() + 1][b.size() + 1];
    reachable[0][0] = true;
    for (var x = 0; x <= a.size(); x++) {
      for (var y = 0; y <= b.size(); y++) {
        if (reachable[x][y]) {
          spread(reachable, a, x, b, y);
        }
      }
    }
    return reachable[a.size()][b.size()];
  }

  private static void spread(
      boolean[][] reachable, List<Integer> a, int x, List<Integer> b, int y) {
    var starA = x < a.size() && a.get(x) < 0;
    var starB = y < b.size() && b.get(y) < 0;
    if (starA) {
      reachable[x + 1][y] = true;
    }
    if (starB) {
      reachable[x][y + 1] = true;
    }
    if (x < a.size() && y < b.size() && !starA && !starB && a.get(x).equals(b.get(y))) {
      reachable[x + 1][y + 1] = true;
    }
    // A star consumes the other side's next character and stays.
    if (starA && y < b.size() && !starB) {
      reachable[x][y + 1] = true;
    }
    if (starB && x < a.size() && !starA) {
      reachable[x + 1][y] = true;
    }
  }

  /// The text as written in the file: in double quotes if the pattern could not hold it plainly.
  @Override
  public String toString() {
    return String.join("*", pieces.stream().map(Glob::written).toList());
  }

  private static String written(String piece) {
    return PLAIN.matcher(piece).matches() ? piece : '"' + piece.replace("\"", "\"\"") + '"';
  }
}
