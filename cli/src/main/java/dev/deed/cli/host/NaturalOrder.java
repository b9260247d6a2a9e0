package dev.deed.cli.host;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Order by name, with the numbers in it compared as numbers.
public final class NaturalOrder {

  private static final Comparator<Named> BY_NAME =
      Comparator.comparing(Named::folder)
          .thenComparing(Named::isRepeatable)
          .thenComparing(Named::name, NaturalOrder::compare);

  private NaturalOrder() {}

  /// A path with what it is compared by: there may be thousands, each compared many times.
  private record Named(String folder, boolean isRepeatable, String name, Path path) {

    static Named of(Path path) {
      var parent = path.getParent();
      var name = String.valueOf(path.getFileName());
      return new Named(parent == null ? "" : parent.toString(), name.startsWith("R__"), name, path);
    }
  }

  /// Folder by folder; repeatable migrations (`R__view.sql`) come last.
  public static List<Path> of(List<Path> paths) {
    return paths.stream().map(Named::of).sorted(BY_NAME).map(Named::path).toList();
  }

  /// Compares run by run of digits and of other characters.
  static int compare(String a, String b) {
    var i = 0;
    var j = 0;
    while (i < a.length() && j < b.length()) {
      var iEnd = endOfRun(a, i);
      var jEnd = endOfRun(b, j);
      var order =
          isDigit(a.charAt(i)) && isDigit(b.charAt(j))
              ? compareNumbers(a, i, iEnd, b, j, jEnd)
              : compareTexts(a, i, iEnd, b, j, jEnd);
      if (order != 0) {
        return order;
      }
      i = iEnd;
      j = jEnd;
    }
    var left = Boolean.compare(i < a.length(), j < b.length());
    return left != 0 ? left : a.compareTo(b);
  }

  private static int endOfRun(String text, int start) {
    var isNumber = isDigit(text.charAt(start));
    var end = start + 1;
    while (end < text.length() && isDigit(text.charAt(end)) == isNumber) {
      end++;
    }
    return end;
  }

  private static int compareNumbers(String a, int i, int iEnd, String b, int j, int jEnd) {
    var first = afterZeros(a, i, iEnd);
    var second = afterZeros(b, j, jEnd);
    var length = Integer.compare(iEnd - first, jEnd - second);
    return length != 0 ? length : compareTexts(a, first, iEnd, b, second, jEnd);
  }

  private static int afterZeros(String text, int start, int end) {
    var at = start;
    while (at < end && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  private static int compareTexts(String a, int i, int iEnd, String b, int j, int jEnd) {
    var both = Math.min(iEnd - i, jEnd - j);
    for (var at = 0; at < both; at++) {
      var order = Character.compare(a.charAt(i + at), b.charAt(j + at));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(iEnd - i, jEnd - j);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
