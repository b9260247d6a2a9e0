package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;

/// Distinguishes parentheses around a query from those around an expression or a join: `((SELECT 1)
/// UNION SELECT 2)` is a query, `((SELECT 1) + 2)` is not; only the text after the inner one shows
/// it.
final class QueryStarts {

  private final Tokens tokens;

  // The last run of parentheses: those from `outermost` to `innermost` open queries.
  private int runStart = -1;
  private int innermost = -1;
  private int outermost;

  QueryStarts(Cursor cursor) {
    this.tokens = cursor.tokens();
  }

  /// True if the word begins a query.
  boolean atWord(int token) {
    return switch (tokens.keyword(token)) {
      case SELECT, WITH, TABLE -> true;
      case VALUES -> tokens.sign(token + 1) == Sign.OPEN;
      case null, default -> false;
    };
  }

  /// True if the parenthesis opens a query.
  boolean atParenthesis(int token) {
    if (tokens.sign(token) != Sign.OPEN) {
      return false;
    }
    if (token < runStart || token > innermost) {
      look(token);
    }
    return token >= outermost;
  }

  private void look(int first) {
    runStart = first;
    innermost = first;
    while (tokens.sign(innermost + 1) == Sign.OPEN) {
      innermost++;
    }
    outermost = innermost + 1;
    if (!atWord(outermost)) {
      return;
    }
    outermost = innermost;
    var close = innermost;
    while (outermost > first) {
      close = closing(close + 1);
      if (close < 0 || !endsQuery(close + 1)) {
        return;
      }
      outermost--;
    }
  }

  /// The index of the parenthesis that closes the one open at `from`, -1 if there is none.
  private int closing(int from) {
    var depth = 1;
    for (var i = from; i < tokens.count(); i++) {
      switch (tokens.sign(i)) {
        case OPEN -> depth++;
        case CLOSE -> {
          if (--depth == 0) {
            return i;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  private boolean endsQuery(int token) {
    if (tokens.sign(token) == Sign.CLOSE) {
      return true;
    }
    return switch (tokens.keyword(token)) {
      case UNION, INTERSECT, EXCEPT, ORDER, LIMIT, OFFSET, FETCH, FOR -> true;
      case null, default -> false;
    };
  }
}
