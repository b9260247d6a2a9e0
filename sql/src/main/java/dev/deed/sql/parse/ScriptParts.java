package dev.deed.sql.parse;

import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.lex.SharedTexts;
import dev.deed.sql.script.Script;
import java.util.Iterator;
import java.util.regex.Pattern;

/// A long text, read part by part: each part is some whole statements, and no more of the text than
/// one part is in memory. Positions in a part are those in the part; `inWhole` finds those in the
/// text.
public final class ScriptParts implements Iterator<Script> {

  private static final Pattern LINE_END = Pattern.compile("\r?\n|\r");

  private final SourceFile file;
  private final TokenParts parts;
  private final SharedTexts texts = new SharedTexts();

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
    this(file, text, TokenParts.USUAL);
  }

  /// @param usual the characters of a part, unless a statement is longer
  ScriptParts(SourceFile file, Source text, int usual) {
    this.file = file;
    this.parts = new TokenParts(text, usual);
  }

  @Override
  public boolean hasNext() {
    return parts.hasNext();
  }

  @Override
  public Script next() {
    var part = parts.next();
    start = next;
    next = start.after(part.text());
    return ScriptReader.read(file, part.tokens().sharing(texts), part.end());
  }

  /// The place in the text of one in the part that was read last.
  public Span inWhole(Span part) {
    return new Span(
        start.offset() + part.start(),
        start.offset() + part.end(),
        start.line() + part.line(),
        part.line() == 1 ? start.column() + part.column() : part.column());
  }
}
