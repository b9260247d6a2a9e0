package dev.deed.sql.parse;

import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;

/// The head of a `FOR` loop over numbers, a query, a cursor or dynamic SQL.
final class PlpgsqlFor {

  private final Cursor cursor;
  private final PlpgsqlSql sql;
  private final PlpgsqlDynamic dynamic;

  PlpgsqlFor(ParserState body, PlpgsqlSql sql) {
    this.cursor = body.cursor;
    this.sql = sql;
    this.dynamic = new PlpgsqlDynamic(body, sql);
  }

  /// Reads what follows `FOR`, up to `LOOP`.
  void head() {
    sql.variables();
    sql.expect("in");
    if (cursor.acceptWord("execute")) {
      dynamic.execute("using", "loop");
      using();
    } else if (cursor.acceptWord("reverse")) {
      numbers();
    } else if (isCursor()) {
      overCursor();
    } else {
      numbersOrQuery();
    }
  }

  private void using() {
    if (cursor.acceptWord("using")) {
      sql.expression("loop");
    }
  }

  /// `cursor LOOP`, `cursor (arguments) LOOP`
  private boolean isCursor() {
    return (cursor.atLabel() || cursor.at(Sign.PARAMETER))
        && (cursor.tokens().is(cursor.position() + 1, "loop")
            || (cursor.signAfter(1) == Sign.OPEN
                && cursor.tokens().is(closing(cursor.position() + 1) + 1, "loop")));
  }

  private int closing(int open) {
    var tokens = cursor.tokens();
    var depth = 0;
    for (var i = open; i < tokens.count() - 2; i++) {
      if (tokens.sign(i) == Sign.OPEN) {
        depth++;
      } else if (tokens.sign(i) == Sign.CLOSE && --depth == 0) {
        return i;
      }
    }
    return open;
  }

  private void overCursor() {
    cursor.advance();
    if (cursor.at(Sign.OPEN)) {
      sql.cursorArguments();
    }
  }

  private void numbersOrQuery() {
    var end = sql.find("..", "loop");
    if (cursor.tokens().sign(end) == Sign.DOT_DOT) {
      numbers();
    } else {
      sql.statement("loop");
    }
  }

  /// `low .. high [BY step]`
  private void numbers() {
    sql.expression("..");
    cursor.advance();
    sql.expression("by", "loop");
    if (cursor.acceptWord("by")) {
      sql.expression("loop");
    }
  }
}
