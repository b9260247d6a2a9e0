package dev.deed.cli.host;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Order by name, with the numbers in it compared as numbers.
public final class NaturalOrder {

  /// Order of paths, folder by folder; repeatable migrations (`R__view.sql`) come last.
  public static final Comparator<Path> OF_PATHS =
      Comparator.comparing(
              (Path path) -> path.getParent() == null ? "" : path.getParent().toString())
          .thenComparing(path -> nameOf(path).startsWith("R__"))
          .thenComparing(NaturalOrder::nameOf, NaturalOrder::compare);

  private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

  private NaturalOrder() {}

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  static int compare(String a, String b) {
    var left = partsOf(a);
    var right = partsOf(b);
    for (var i = 0; i < Math.min(left.size(), right.size()); i++) {
      var order = compareParts(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return left.size() != right.size()
        ? Integer.compare(left.size(), right.size())
        : a.compareTo(b);
  }

  private static List<String> partsOf(String text) {
    return PART.matcher(text).results().map(MatchResult::group).toList();
  }

  private static int compareParts(String a, String b) {
    return isNumber(a) && isNumber(b)
        ? new BigInteger(a).compareTo(new BigInteger(b))
        : a.compareTo(b);
  }

  private static boolean isNumber(String part) {
    return part.charAt(0) >= '0' && part.charAt(0) <= '9';
  }
}
