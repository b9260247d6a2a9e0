package dev.deed.sql.parse;

import dev.deed.sql.SourceFile;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;
import dev.deed.sql.script.Script;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// A long text, read part by part: each part is some whole statements, and no more of them than one
/// part is in memory. Positions are those in the part.
public final class ScriptParts implements Iterable<Script> {

  /// Characters: large enough that the cut costs little, small enough to be read at once.
  private static final int USUAL = 1 << 18;

  private final SourceFile file;
  private final String text;
  private final int usual;

  public ScriptParts(SourceFile file, String text) {
    this(file, text, USUAL);
  }

  /// @param usual the characters of a part, unless a statement is longer
  ScriptParts(SourceFile file, String text, int usual) {
    this.file = file;
    this.text = text;
    this.usual = usual;
  }

  @Override
  public Iterator<Script> iterator() {
    return new Iterator<>() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < text.length();
      }

      @Override
      public Script next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        for (var length = (long) usual; at + length < text.length(); length *= 2) {
          var tokens = Tokens.of(text.substring(at, (int) (at + length)));
          var end = lastEnd(tokens);
          if (end > 0) {
            at += tokens.start(end);
            return ScriptReader.read(file, tokens, end);
          }
        }
        var rest = text.substring(at);
        at = text.length();
        return ScriptReader.read(file, rest);
      }
    };
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
