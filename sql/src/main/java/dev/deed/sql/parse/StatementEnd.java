package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;

/// Finds the semicolon after a statement that cannot be read, like psql: it skips those in
/// parentheses and in a `BEGIN ATOMIC` body.
final class StatementEnd {

  private StatementEnd() {}

  /// The first token after the statement that starts at `first`: its semicolon.
  static int of(Tokens tokens, int first) {
    var whole = ofWhole(tokens, first);
    if (whole < tokens.count() - 1) {
      return whole;
    }
    for (var i = first; i < whole; i++) {
      if (tokens.sign(i) == Sign.SEMICOLON) {
        return i;
      }
    }
    return whole;
  }

  /// The same, but the end of the text for a statement that leaves a parenthesis or a body open.
  static int ofWhole(Tokens tokens, int first) {
    var parentheses = 0;
    var blocks = 0;
    for (var i = first; i < tokens.count() - 1; i++) {
      switch (tokens.sign(i)) {
        case OPEN -> parentheses++;
        case CLOSE -> parentheses--;
        case WORD -> blocks = blocks(tokens, i, blocks);
        case META, COPY_DATA -> {
          return i;
        }
        case SEMICOLON -> {
          if (parentheses <= 0 && blocks <= 0) {
            return i;
          }
        }
        default -> {}
      }
    }
    return tokens.count() - 1;
  }

  private static int blocks(Tokens tokens, int token, int blocks) {
    var keyword = tokens.keyword(token);
    if (keyword == Keyword.BEGIN && tokens.keyword(token + 1) == Keyword.ATOMIC) {
      return blocks + 1;
    }
    if (blocks > 0 && keyword == Keyword.CASE) {
      return blocks + 1;
    }
    return blocks > 0 && keyword == Keyword.END ? blocks - 1 : blocks;
  }
}
