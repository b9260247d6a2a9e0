package dev.deed.sql.parse;

import dev.deed.sql.expression.NameScope;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Depth;
import dev.deed.sql.lex.NestedTooDeeply;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.SyntaxError;
import dev.deed.sql.lex.Tokens;
import java.util.Optional;

/// Reads which columns SQL names, and in which query. A separate reading, since hardly any caller
/// asks for it.
public final class NameScopes {

  private NameScopes() {}

  /// The scopes of the statements in the text, which are in the outermost one; empty if it cannot
  /// be read.
  public static Optional<NameScope> of(String sql) {
    var cursor = new Cursor(Tokens.of(sql));
    var parsing = new ParserState(cursor, Depth.onAnyStack());
    parsing.scopes.start();
    try {
      var parser = new StatementParser(parsing);
      while (cursor.sign() == Sign.SEMICOLON || !cursor.atEnd()) {
        if (cursor.sign() == Sign.SEMICOLON) {
          cursor.advance();
        } else {
          parser.statement();
          if (!cursor.atEnd()) {
            return Optional.empty();
          }
        }
      }
      return Optional.of(parsing.scopes.taken());
    } catch (SyntaxError | NestedTooDeeply unreadable) {
      return Optional.empty();
    }
  }
}
