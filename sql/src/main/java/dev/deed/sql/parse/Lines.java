package dev.deed.sql.parse;

import java.util.Arrays;

/// Offsets to lines and columns, both from 1. A line ends with LF, CR LF or CR.
final class Lines {

  private final String text;
  private final int[] starts;

  Lines(String text) {
    this.text = text;
    this.starts = starts(text);
  }

  int line(int offset) {
    var found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  int column(int offset) {
    var lineStart = starts[line(offset) - 1];
    return text.codePointCount(lineStart, offset) + 1;
  }

  private static int[] starts(String text) {
    var starts = new int[64];
    var count = 1;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var ends = c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
