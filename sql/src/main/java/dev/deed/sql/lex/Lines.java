package dev.deed.sql.lex;

import java.util.Arrays;

/// Converts offsets to lines and columns, both from 1. A line ends with LF, CR LF or CR.
final class Lines {

  private final String text;
  private final int[] starts;

  // Spans are mostly requested in the order of the text: remembering the last answer saves most of
  // the work, and keeps a file of one long line fast.
  private int lastLine = 1;
  private int lastOffset;
  private int lastColumn = 1;

  Lines(String text) {
    this.text = text;
    this.starts = text.indexOf('\r') < 0 ? startsBehindLineFeeds(text) : starts(text);
  }

  int line(int offset) {
    if (starts[lastLine - 1] <= offset
        && (lastLine == starts.length || offset < starts[lastLine])) {
      return lastLine;
    }
    var found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  int column(int line, int offset) {
    if (line != lastLine) {
      lastLine = line;
      lastOffset = starts[line - 1];
      lastColumn = 1;
    }
    lastColumn +=
        offset >= lastOffset
            ? text.codePointCount(lastOffset, offset)
            : -text.codePointCount(offset, lastOffset);
    lastOffset = offset;
    return lastColumn;
  }

  private static int[] startsBehindLineFeeds(String text) {
    var starts = new int[text.length() / 32 + 4];
    var count = 1;
    for (var i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
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
