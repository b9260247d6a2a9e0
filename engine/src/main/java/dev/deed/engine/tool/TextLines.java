package dev.deed.engine.tool;

import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A text by its lines, and copies of it in which some lines are blank: positions in a copy are
/// positions in the text.
///
/// @param lines with their ends of line
/// @param starts where each of them begins
record TextLines(List<String> lines, List<Integer> starts) {

  static TextLines of(String text) {
    var lines = new ArrayList<String>();
    var starts = new ArrayList<Integer>();
    for (var start = 0; start < text.length(); ) {
      var newline = text.indexOf('\n', start);
      var end = newline < 0 ? text.length() : newline + 1;
      lines.add(text.substring(start, end));
      starts.add(start);
      start = end;
    }
    return new TextLines(lines, starts);
  }

  /// Without the end of the line, and blanks before it.
  String line(int index) {
    return lines.get(index).stripTrailing();
  }

  /// Where a line begins in the text.
  int start(int index) {
    return starts.get(index);
  }

  /// The first column of a line.
  Span span(int index) {
    return new Span(start(index), start(index) + line(index).length(), index + 1, 1);
  }

  int size() {
    return lines.size();
  }

  /// The first line that matches, from one on; -1 if none does.
  int find(Pattern pattern, int from) {
    for (var i = from; i < lines.size(); i++) {
      if (pattern.matcher(line(i)).find()) {
        return i;
      }
    }
    return -1;
  }

  /// The text with only the lines from the first to before the last.
  String only(int first, int end) {
    return only(index -> index >= first && index < end);
  }

  String only(Predicate<Integer> kept) {
    var text = new StringBuilder();
    for (var i = 0; i < lines.size(); i++) {
      text.append(kept.test(i) ? lines.get(i) : blank(lines.get(i)));
    }
    return text.toString();
  }

  static String blank(String text) {
    var blank = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      blank.append(c == '\n' || c == '\r' ? c : ' ');
    }
    return blank.toString();
  }
}
