package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;

/// `OPEN`, `FETCH` and `MOVE` of PL/pgSQL.
final class PlpgsqlCursors {

  private final Cursor cursor;
  private final PlpgsqlSql sql;
  private final PlpgsqlDynamic dynamic;

  PlpgsqlCursors(ParserState body, PlpgsqlSql sql) {
    this.cursor = body.cursor;
    this.sql = sql;
    this.dynamic = new PlpgsqlDynamic(body, sql);
  }

  /// `OPEN cursor [(arguments)]` or `OPEN cursor [[NO] SCROLL] FOR { query | EXECUTE expression }`
  void open() {
    cursor.advance();
    sql.variable();
    if (cursor.at(Sign.OPEN)) {
      sql.cursorArguments();
      return;
    }
    if (cursor.acceptWord("no")) {
      sql.expect("scroll");
    } else {
      cursor.acceptWord("scroll");
    }
    if (cursor.acceptWord("for")) {
      query();
    }
  }

  private void query() {
    if (cursor.acceptWord("execute")) {
      dynamic.execute("using", ";");
      if (cursor.acceptWord("using")) {
        sql.expression(";");
      }
    } else {
      sql.statement(";");
    }
  }

  /// `FETCH [direction FROM] cursor INTO target`
  void fetch() {
    cursor.advance();
    direction();
    sql.variable();
    cursor.expect(Keyword.INTO);
    sql.target();
  }

  /// `MOVE [direction FROM] cursor`
  void move() {
    cursor.advance();
    direction();
    sql.variable();
  }

  /// There is a direction if `FROM` or `IN` follows.
  private void direction() {
    var end = sql.find("from", "in", "into", ";");
    var tokens = cursor.tokens();
    if (!tokens.is(end, "from") && !tokens.is(end, "in")) {
      return;
    }
    if (atDirectionWord()) {
      cursor.advance();
    }
    if (cursor.atWord("all")) {
      cursor.advance();
    }
    if (cursor.position() < end) {
      sql.evaluate(cursor.position(), end);
    }
    cursor.moveTo(end + 1);
  }

  private boolean atDirectionWord() {
    for (var word :
        new String[] {
          "next", "prior", "first", "last", "absolute", "relative", "forward", "backward"
        }) {
      if (cursor.atWord(word)) {
        return true;
      }
    }
    return false;
  }
}
