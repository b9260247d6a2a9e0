package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.Transaction;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.FoldedName;
import dev.deed.sql.lex.Sign;

/// PL/pgSQL statements that contain no other statements.
final class PlpgsqlCommands {

  private final ParserState body;
  private final Cursor cursor;
  private final PlpgsqlSql sql;
  private final PlpgsqlDynamic dynamic;

  PlpgsqlCommands(ParserState body, PlpgsqlSql sql) {
    this.body = body;
    this.cursor = body.cursor;
    this.sql = sql;
    this.dynamic = new PlpgsqlDynamic(body, sql);
  }

  /// `variable :=`, `record.field :=`, `array[1] =`: no other statement has such a second token.
  boolean atAssignment() {
    if (!cursor.atLabel() && !cursor.at(Sign.PARAMETER)) {
      return false;
    }
    return switch (cursor.signAfter(1)) {
      case ASSIGN, EQUAL, DOT, OPEN_BRACKET -> true;
      default -> false;
    };
  }

  void assignment() {
    sql.variable();
    while (!cursor.accept(Sign.ASSIGN) && !cursor.accept(Sign.EQUAL)) {
      if (cursor.accept(Sign.OPEN_BRACKET)) {
        subscript();
      } else {
        cursor.expect(Sign.DOT, ".");
        cursor.label("a field");
      }
    }
    sql.expression(";");
  }

  /// `index]`, `from:to]`
  private void subscript() {
    if (!cursor.at(Sign.COLON)) {
      body.expressions.expression();
    }
    if (cursor.accept(Sign.COLON) && !cursor.at(Sign.CLOSE_BRACKET)) {
      body.expressions.expression();
    }
    cursor.expect(Sign.CLOSE_BRACKET, "]");
  }

  /// Takes a statement that only PL/pgSQL has, or that differs from SQL's, if there is one.
  boolean accept() {
    if (!cursor.at(Sign.WORD)) {
      throw cursor.unexpected("a statement");
    }
    switch (FoldedName.folded(cursor.tokens(), cursor.position())) {
      case "perform" -> perform();
      case "exit", "continue" -> exit();
      case "return" -> returns();
      case "raise" -> new PlpgsqlRaise(cursor, sql).read();
      case "assert" -> asserts();
      case "execute" -> execute();
      case "get" -> diagnostics();
      case "open" -> new PlpgsqlCursors(body, sql).open();
      case "fetch" -> new PlpgsqlCursors(body, sql).fetch();
      case "move" -> new PlpgsqlCursors(body, sql).move();
      case "close" -> {
        cursor.advance();
        sql.variable();
      }
      case "null" -> cursor.advance();
      case "commit" -> transaction(Transaction.COMMIT);
      case "rollback" -> transaction(Transaction.ROLLBACK);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void perform() {
    cursor.advance();
    var last = sql.find(";");
    sql.select(cursor.position(), last);
    cursor.moveTo(last);
  }

  /// `EXIT | CONTINUE [label] [WHEN condition]`
  private void exit() {
    cursor.advance();
    if (!cursor.at(Sign.SEMICOLON) && !cursor.atWord("when")) {
      cursor.label("a label");
    }
    if (cursor.acceptWord("when")) {
      sql.expression(";");
    }
  }

  private void returns() {
    cursor.advance();
    if (cursor.acceptWord("query")) {
      returnsQuery();
      return;
    }
    cursor.acceptWord("next");
    if (!cursor.at(Sign.SEMICOLON)) {
      sql.expression(";");
    }
  }

  private void returnsQuery() {
    if (cursor.acceptWord("execute")) {
      dynamic.execute("using", ";");
      if (cursor.acceptWord("using")) {
        sql.expression(";");
      }
    } else {
      sql.statement(";");
    }
  }

  private void asserts() {
    cursor.advance();
    sql.expression(",", ";");
    if (cursor.accept(Sign.COMMA)) {
      sql.expression(";");
    }
  }

  /// `EXECUTE expression [INTO [STRICT] target] [USING expression, ...]`, the latter in any order
  private void execute() {
    cursor.advance();
    dynamic.execute("into", "using", ";");
    while (!cursor.at(Sign.SEMICOLON)) {
      if (cursor.acceptWord("into")) {
        sql.target();
      } else {
        sql.expect("using");
        sql.expression("into", ";");
      }
    }
  }

  /// `GET [CURRENT | STACKED] DIAGNOSTICS variable = item, ...`
  private void diagnostics() {
    cursor.advance();
    if (!cursor.acceptWord("current")) {
      cursor.acceptWord("stacked");
    }
    sql.expect("diagnostics");
    do {
      sql.variable();
      if (!cursor.accept(Sign.ASSIGN)) {
        cursor.expect(Sign.EQUAL, "=");
      }
      cursor.label("an item");
    } while (cursor.accept(Sign.COMMA));
  }

  /// `COMMIT | ROLLBACK [AND [NO] CHAIN]`
  private void transaction(Transaction transaction) {
    var span = cursor.span();
    cursor.advance();
    if (cursor.accept(Keyword.AND)) {
      cursor.accept(Keyword.NO);
      cursor.expect(Keyword.CHAIN);
    }
    body.add(new ControlsTransaction(transaction, null, span));
  }
}
