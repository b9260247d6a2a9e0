package dev.deed.cli.report;

import dev.deed.sql.Secrets;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// The texts that findings point to, so that a renderer can show the line. Passwords in them are
/// masked, when a text is first shown: most of them never are.
public final class Sources {

  /// The end of a longer stretch is not searched for, because many findings may point at one long
  /// statement.
  private static final int LONGEST_STRETCH = 10_000;

  private final Map<SourceFile, String> texts;
  private final Map<SourceFile, String> masked = new ConcurrentHashMap<>();
  private final Path folder;

  /// @param folder that the file names are relative to
  public Sources(Map<SourceFile, String> texts, Path folder) {
    this.texts = Map.copyOf(texts);
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }

  public boolean knows(SourceFile file) {
    return texts.containsKey(file);
  }

  /// Empty for an unknown file.
  public String text(SourceFile file) {
    var text = texts.get(file);
    return text == null ? "" : masked.computeIfAbsent(file, shown -> Secrets.masked(text));
  }

  /// Sources of files that cannot be found by their names.
  public Sources(Map<SourceFile, String> texts) {
    this(texts, Path.of(""));
  }

  Sources renamed(UnaryOperator<SourceFile> names) {
    var renamed = new HashMap<SourceFile, String>();
    texts.forEach((file, text) -> renamed.put(names.apply(file), text));
    return new Sources(renamed, folder);
  }

  /// A line, or the part of it around a place.
  ///
  /// @param offset of the place in the text
  public record Excerpt(String text, int offset) {}

  /// A place in a file, counted from 1, with the column in code points.
  public record Place(int line, int column) {}

  /// At most `widest` characters of the line in which `span` starts, without its line break.
  public Optional<Excerpt> excerpt(SourceFile file, Span span, int widest) {
    var text = text(file);
    if (!knows(file) || span.start() > text.length()) {
      return Optional.empty();
    }
    var at = span.start();
    var lineStart = lineStart(text, at, at - widest);
    var lineEnd = lineEnd(text, at, lineStart + widest + 1);
    var isWhole =
        lineEnd - lineStart <= widest && (lineStart == 0 || isEnd(text.charAt(lineStart - 1)));
    return Optional.of(
        isWhole
            ? wholeLine(text.substring(lineStart, lineEnd), span)
            : partOfLine(text, span, Math.max(lineStart, at - widest / 2), widest));
  }

  /// Uses the column, because offsets do not count a byte order mark.
  private static Excerpt wholeLine(String line, Span span) {
    var points = Math.min(span.column() - 1, line.codePointCount(0, line.length()));
    return new Excerpt(line, line.offsetByCodePoints(0, points));
  }

  /// Uses the offset, because counting columns would be slow with many places in one long line.
  private static Excerpt partOfLine(String text, Span span, int first, int widest) {
    var from = whole(text, first);
    var to = whole(text, lineEnd(text, span.start(), from + widest));
    return new Excerpt(text.substring(from, Math.max(span.start(), to)), span.start() - from);
  }

  /// The exclusive end of `span`; empty if it is unknown.
  public Optional<Place> end(SourceFile file, Span span) {
    var text = texts.get(file);
    if (text == null || span.end() > text.length() || span.length() > LONGEST_STRETCH) {
      return Optional.empty();
    }
    var line = span.line();
    var column = span.column();
    for (var i = span.start(); i < span.end(); i += Character.charCount(text.codePointAt(i))) {
      if (isEnd(text.charAt(i))) {
        var isFirstOfTwo = text.startsWith("\r\n", i);
        line += isFirstOfTwo ? 0 : 1;
        column = isFirstOfTwo ? column : 1;
      } else {
        column++;
      }
    }
    return Optional.of(new Place(line, column));
  }

  /// The start of the line at `offset`, or `first` if that is later.
  private static int lineStart(String text, int offset, int first) {
    var start = offset;
    while (start > Math.max(0, first) && !isEnd(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /// The end of the line at `offset`, or `last` if that is earlier.
  private static int lineEnd(String text, int offset, int last) {
    var end = offset;
    while (end < Math.min(text.length(), last) && !isEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// Moves an offset out of the middle of a surrogate pair.
  private static int whole(String text, int offset) {
    return offset > 0
            && offset < text.length()
            && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset))
        ? offset - 1
        : offset;
  }

  private static boolean isEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
