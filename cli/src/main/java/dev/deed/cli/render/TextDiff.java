package dev.deed.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The difference between two values, line by line and, within lines that stand for each other,
/// word by word.
///
/// @param rows in order
record TextDiff(List<Row> rows) {

  /// Beyond as many pairs of lines or words, all of them count as replaced.
  private static final int MOST_PAIRS = 4_000_000;

  /// A longer value on one line is broken at its commas and clauses.
  private static final int LONGEST_LINE = 72;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+|\\s+|.", Pattern.DOTALL);

  /// A quoted text, a comma or the begin of a clause.
  private static final Pattern BREAK =
      Pattern.compile(
          "'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|(,) |"
              + " (?=(?:from|where|(?:left |right |full |inner |cross )?join|group by|having|order by|union"
              + "|limit|and|or|when|else|end|returning)\\b)",
          Pattern.CASE_INSENSITIVE);

  TextDiff {
    rows = List.copyOf(rows);
  }

  /// @param number of its line, from 1; 0 where the side has no such line
  record Line(int number, List<Piece> pieces) {

    static final Line NONE = new Line(0, List.of());

    Line {
      pieces = List.copyOf(pieces);
    }

    String text() {
      var text = new StringBuilder();
      pieces.forEach(piece -> text.append(piece.text()));
      return text.toString();
    }
  }

  /// @param differs the other side has something else there
  record Piece(String text, boolean differs) {}

  /// @param from `Line.NONE` if only the second value has it
  /// @param to `Line.NONE` if only the first value has it
  record Row(Line from, Line to, boolean differs) {}

  static TextDiff of(String from, String to) {
    var old = lines(from);
    var now = lines(to);
    var rows = new ArrayList<Row>();
    var same = common(old, now);
    var i = 0;
    var j = 0;
    for (var pair : same) {
      addReplaced(rows, old, i, pair[0], now, j, pair[1]);
      rows.add(new Row(plain(old, pair[0]), plain(now, pair[1]), false));
      i = pair[0] + 1;
      j = pair[1] + 1;
    }
    addReplaced(rows, old, i, old.size(), now, j, now.size());
    return new TextDiff(rows);
  }

  /// A value that only one side has.
  ///
  /// @param from null if only the second side has it
  static TextDiff oneSided(@Nullable String from, @Nullable String to) {
    var rows = new ArrayList<Row>();
    var old = from == null ? List.<String>of() : lines(from);
    var now = to == null ? List.<String>of() : lines(to);
    addReplaced(rows, old, 0, old.size(), now, 0, now.size());
    return new TextDiff(rows);
  }

  /// The number of lines of the first value.
  int lastLine() {
    return rows.stream().mapToInt(row -> row.from().number()).max().orElse(0);
  }

  /// The rows that differ and, around them, some that do not.
  ///
  /// @param context how many of the latter on each side
  List<Row> around(int context) {
    var kept = new ArrayList<Row>();
    for (var i = 0; i < rows.size(); i++) {
      var from = Math.max(0, i - context);
      var to = Math.min(rows.size(), i + context + 1);
      if (rows.subList(from, to).stream().anyMatch(Row::differs)) {
        kept.add(rows.get(i));
      }
    }
    return kept;
  }

  private static List<String> lines(String value) {
    var text = value.length() > LONGEST_LINE && value.indexOf('\n') < 0 ? broken(value) : value;
    return List.of(text.replace("\r\n", "\n").split("\n", -1));
  }

  private static String broken(String line) {
    return BREAK
        .matcher(line)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                switch (match.group()) {
                  case ", " -> ",\n";
                  case " " -> "\n";
                  default -> match.group();
                }));
  }

  private static Line plain(List<String> lines, int at) {
    return new Line(at + 1, List.of(new Piece(lines.get(at), false)));
  }

  private static void addReplaced(
      List<Row> rows, List<String> old, int from, int to, List<String> now, int start, int end) {
    var i = from;
    var j = start;
    while (i < to || j < end) {
      if (i < to && j < end) {
        rows.add(replaced(old, i, now, j));
      } else if (i < to) {
        rows.add(new Row(new Line(i + 1, List.of(new Piece(old.get(i), true))), Line.NONE, true));
      } else {
        rows.add(new Row(Line.NONE, new Line(j + 1, List.of(new Piece(now.get(j), true))), true));
      }
      i = Math.min(to, i + 1);
      j = Math.min(end, j + 1);
    }
  }

  private static Row replaced(List<String> old, int i, List<String> now, int j) {
    var words = words(old.get(i));
    var others = words(now.get(j));
    var inOld = new boolean[words.size()];
    var inNow = new boolean[others.size()];
    for (var pair : common(words, others)) {
      inOld[pair[0]] = true;
      inNow[pair[1]] = true;
    }
    return isAlike(words, inOld) || isAlike(others, inNow)
        ? new Row(
            new Line(i + 1, pieces(words, at -> inOld[at])),
            new Line(j + 1, pieces(others, at -> inNow[at])),
            true)
        : new Row(
            new Line(i + 1, List.of(new Piece(old.get(i), true))),
            new Line(j + 1, List.of(new Piece(now.get(j), true))),
            true);
  }

  /// Whether the lines have more in common than spaces and signs.
  private static boolean isAlike(List<String> words, boolean[] inBoth) {
    var letters = 0;
    var common = 0;
    for (var i = 0; i < words.size(); i++) {
      var isWord = Character.isLetterOrDigit(words.get(i).codePointAt(0));
      letters += isWord ? words.get(i).length() : 0;
      common += isWord && inBoth[i] ? words.get(i).length() : 0;
    }
    return common * 3 >= letters;
  }

  private static List<String> words(String line) {
    return WORD.matcher(line).results().map(MatchResult::group).toList();
  }

  private static List<Piece> pieces(List<String> words, IntPredicate isCommon) {
    var pieces = new ArrayList<Piece>();
    var text = new StringBuilder();
    for (var i = 0; i < words.size(); i++) {
      text.append(words.get(i));
      if (i + 1 == words.size() || isCommon.test(i) != isCommon.test(i + 1)) {
        pieces.add(new Piece(text.toString(), !isCommon.test(i)));
        text.setLength(0);
      }
    }
    return pieces;
  }

  /// The longest common subsequence, as pairs of places.
  private static List<int[]> common(List<String> a, List<String> b) {
    var start = 0;
    while (start < a.size() && start < b.size() && a.get(start).equals(b.get(start))) {
      start++;
    }
    var end = 0;
    while (end < a.size() - start
        && end < b.size() - start
        && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
      end++;
    }
    var pairs = new ArrayList<int[]>();
    for (var i = 0; i < start; i++) {
      pairs.add(new int[] {i, i});
    }
    var middle = common(a.subList(start, a.size() - end), b.subList(start, b.size() - end), start);
    pairs.addAll(middle);
    for (var i = end; i > 0; i--) {
      pairs.add(new int[] {a.size() - i, b.size() - i});
    }
    return pairs;
  }

  private static List<int[]> common(List<String> a, List<String> b, int offset) {
    if ((long) a.size() * b.size() > MOST_PAIRS) {
      return List.of();
    }
    var longest = new int[a.size() + 1][b.size() + 1];
    for (var i = a.size() - 1; i >= 0; i--) {
      for (var j = b.size() - 1; j >= 0; j--) {
        longest[i][j] =
            a.get(i).equals(b.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    var pairs = new ArrayList<int[]>();
    var i = 0;
    var j = 0;
    while (i < a.size() && j < b.size()) {
      if (a.get(i).equals(b.get(j))) {
        pairs.add(new int[] {offset + i++, offset + j++});
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return pairs;
  }
}
