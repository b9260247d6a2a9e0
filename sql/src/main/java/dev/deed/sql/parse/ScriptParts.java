package dev.deed.sql.parse;

import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.lex.SharedTexts;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;
import dev.deed.sql.script.Script;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/// A long text, read part by part: each part is some whole statements, and no more of the text than
/// one part is in memory. Positions in a part are those in the part; `inWhole` finds those in the
/// text.
public final class ScriptParts implements Iterator<Script> {

  /// Characters: large enough that the cut costs little, small enough to be read at once.
  private static final int USUAL = 1 << 18;

  private static final Pattern LINE_END = Pattern.compile("\r?\n|\r");

  private final SourceFile file;
  private final Source text;
  private final int usual;

  /// What was read from `text` and is in no part yet.
  private final StringBuilder rest = new StringBuilder();

  private final SharedTexts texts = new SharedTexts();
  private final char[] buffer = new char[1 << 14];

  // Where the last part begins, and where the next one does.
  private Place start = Place.FIRST;
  private Place next = Place.FIRST;

  /// @param offset in characters
  /// @param line from 0
  /// @param column from 0, in code points
  private record Place(int offset, int line, int column) {

    static final Place FIRST = new Place(0, 0, 0);

    /// The place after `passed`.
    Place after(String passed) {
      var lines = (int) LINE_END.matcher(passed).results().count();
      var lineStart = Math.max(passed.lastIndexOf('\n'), passed.lastIndexOf('\r')) + 1;
      var columns = passed.codePointCount(lineStart, passed.length());
      return new Place(
          offset + passed.length(), line + lines, lines == 0 ? column + columns : columns);
    }
  }

  /// Where the text comes from.
  @FunctionalInterface
  public interface Source {
    /// @return how many characters are in the buffer now; less than 0 at the end
    int read(char[] buffer);
  }

  public ScriptParts(SourceFile file, Source text) {
    this(file, text, USUAL);
  }

  /// @param usual the characters of a part, unless a statement is longer
  ScriptParts(SourceFile file, Source text, int usual) {
    this.file = file;
    this.text = text;
    this.usual = usual;
  }

  @Override
  public boolean hasNext() {
    fill(1);
    return !rest.isEmpty();
  }

  @Override
  public Script next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    for (var length = (long) usual; ; length *= 2) {
      fill(length + 1);
      if (rest.length() <= length) {
        var last = rest.toString();
        pass(last);
        var tokens = Tokens.of(last).sharing(texts);
        return ScriptReader.read(file, tokens, tokens.count() - 1);
      }
      var tokens = Tokens.of(rest.substring(0, (int) length));
      var end = lastEnd(tokens);
      if (end > 0) {
        pass(rest.substring(0, tokens.start(end)));
        return ScriptReader.read(file, tokens.sharing(texts), end);
      }
    }
  }

  /// The place in the text of one in the part that was read last.
  public Span inWhole(Span part) {
    return new Span(
        start.offset() + part.start(),
        start.offset() + part.end(),
        start.line() + part.line(),
        part.line() == 1 ? start.column() + part.column() : part.column());
  }

  private void pass(String part) {
    rest.delete(0, part.length());
    start = next;
    next = start.after(part);
  }

  /// Reads until `rest` has that many characters, or all that are left.
  private void fill(long wanted) {
    while (rest.length() < wanted) {
      var read = text.read(buffer);
      if (read < 0) {
        return;
      }
      rest.append(buffer, 0, read);
    }
  }

  /// The token after the last statement that is certainly whole, 0 for none. What follows the last
  /// semicolon may be cut off, and the rows of a `COPY` too.
  private static int lastEnd(Tokens tokens) {
    var last = 0;
    for (var i = 0; i < tokens.count() - 1; i++) {
      var end = StatementEnd.ofWhole(tokens, i);
      if (end >= tokens.count() - 2) {
        return last;
      }
      if (tokens.sign(end) == Sign.SEMICOLON && isWhole(tokens.sign(end + 1))) {
        last = end + 1;
      }
      i = end;
    }
    return last;
  }

  private static boolean isWhole(Sign next) {
    return next != Sign.COPY_DATA && next != Sign.BROKEN;
  }
}
