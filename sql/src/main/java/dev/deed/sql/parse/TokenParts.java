package dev.deed.sql.parse;

import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// A long text as tokens, part by part: each part is some whole statements, and no more of the text
/// than one part is in memory.
public final class TokenParts implements Iterator<TokenParts.Part> {

  /// Characters: large enough that the cut costs little, small enough to be read at once.
  static final int USUAL = 1 << 18;

  private final ScriptParts.Source text;
  private final int usual;

  /// What was read from `text` and is in no part yet.
  private final StringBuilder rest = new StringBuilder();

  private final char[] buffer = new char[1 << 14];

  /// @param text may be shorter than that of the tokens, which then has the beginning of the next
  ///   part
  /// @param end the token after the last one of this part
  public record Part(String text, Tokens tokens, int end) {

    /// The token after the statement that begins with `first`: a semicolon, or the end. A
    /// meta-command, and the rows of a `COPY`, are a statement of one token.
    public int endOf(int first) {
      return Math.min(StatementEnd.ofWhole(tokens, first), end);
    }
  }

  public TokenParts(ScriptParts.Source text) {
    this(text, USUAL);
  }

  /// @param usual the characters of a part, unless a statement is longer
  TokenParts(ScriptParts.Source text, int usual) {
    this.text = text;
    this.usual = usual;
  }

  @Override
  public boolean hasNext() {
    fill(1);
    return !rest.isEmpty();
  }

  @Override
  public Part next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    for (var length = (long) usual; ; length *= 2) {
      fill(length + 1);
      if (rest.length() <= length) {
        var last = rest.toString();
        var tokens = Tokens.of(last);
        return passed(last, tokens, tokens.count() - 1);
      }
      var tokens = Tokens.of(rest.substring(0, (int) length));
      var end = lastEnd(tokens);
      if (end > 0) {
        return passed(rest.substring(0, tokens.start(end)), tokens, end);
      }
    }
  }

  private Part passed(String part, Tokens tokens, int end) {
    rest.delete(0, part.length());
    return new Part(part, tokens, end);
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
