package dev.deed.sql.parse;

import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.FoldedName;
import dev.deed.sql.lex.Sign;
import java.util.Set;

/// `RAISE`, in all its forms.
final class PlpgsqlRaise {

  private static final Set<String> LEVELS =
      Set.of("debug", "log", "info", "notice", "warning", "exception");

  private final Cursor cursor;
  private final PlpgsqlSql sql;

  PlpgsqlRaise(Cursor cursor, PlpgsqlSql sql) {
    this.cursor = cursor;
    this.sql = sql;
  }

  /// `RAISE [level] [ 'format', expression ... | condition | SQLSTATE 'code' ] [USING option =
  /// ...]`
  void read() {
    cursor.advance();
    if (cursor.at(Sign.WORD)
        && LEVELS.contains(FoldedName.folded(cursor.tokens(), cursor.position()))) {
      cursor.advance();
    }
    if (cursor.at(Sign.STRING)) {
      message();
    } else if (cursor.acceptWord("sqlstate")) {
      cursor.string("an SQLSTATE");
    } else if (cursor.atLabel() && !cursor.atWord("using")) {
      cursor.label("a condition");
    }
    if (cursor.acceptWord("using")) {
      options();
    }
  }

  private void message() {
    cursor.string("a message");
    while (cursor.accept(Sign.COMMA)) {
      sql.expression(",", "using", ";");
    }
  }

  private void options() {
    do {
      cursor.label("an option");
      if (!cursor.accept(Sign.ASSIGN)) {
        cursor.expect(Sign.EQUAL, "=");
      }
      sql.expression(",", ";");
    } while (cursor.accept(Sign.COMMA));
  }
}
