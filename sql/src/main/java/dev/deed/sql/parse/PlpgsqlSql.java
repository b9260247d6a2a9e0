package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.SyntaxError;
import dev.deed.sql.lex.Tokens;
import java.util.Locale;

/// The SQL in a PL/pgSQL body: expressions up to a word or sign that ends them, and whole
/// statements. Like PL/pgSQL, this finds the end of a piece first and then reads it as SQL.
final class PlpgsqlSql {

  private final ParserState body;
  private final Cursor cursor;
  private final Tokens tokens;

  PlpgsqlSql(ParserState body) {
    this.body = body;
    this.cursor = body.cursor;
    this.tokens = body.cursor.tokens();
  }

  /// Reads an expression up to one of `ends`, and stops there.
  ///
  /// @return the token that ends it
  int expression(String... ends) {
    var first = cursor.position();
    var last = find(ends);
    evaluate(first, last);
    cursor.moveTo(last);
    return last;
  }

  /// Reads a query or another statement up to one of `ends`, and stops there.
  void statement(String... ends) {
    var first = cursor.position();
    var last = find(ends);
    execute(tokens.part(first, last, last, last));
    cursor.moveTo(last);
  }

  /// The next token outside parentheses that is one of `ends`: `;`, `,`, `..` or a word.
  int find(String... ends) {
    var depth = 0;
    for (var i = cursor.position(); tokens.sign(i) != Sign.END; i++) {
      if (depth == 0 && isAny(i, ends)) {
        return i;
      }
      switch (tokens.sign(i)) {
        case OPEN, OPEN_BRACKET -> depth++;
        case CLOSE, CLOSE_BRACKET -> depth--;
        case SEMICOLON -> throw missing(i, ends);
        default -> {
          // part of the piece
        }
      }
      if (depth < 0) {
        throw missing(i, ends);
      }
    }
    throw missing(tokens.count() - 1, ends);
  }

  private SyntaxError missing(int token, String... ends) {
    cursor.moveTo(token);
    return cursor.unexpected("\"" + String.join("\" or \"", ends) + "\"");
  }

  private boolean isAny(int token, String... texts) {
    var sign = tokens.sign(token);
    if (sign != Sign.WORD
        && sign != Sign.SEMICOLON
        && sign != Sign.COMMA
        && sign != Sign.CLOSE
        && sign != Sign.DOT_DOT) {
      return false;
    }
    for (var text : texts) {
      if (tokens.is(token, text)) {
        return true;
      }
    }
    return false;
  }

  /// An expression, several separated by commas, or what may follow `SELECT`: `count(*) FROM t
  /// WHERE x`.
  void evaluate(int first, int last) {
    if (first >= last) {
      throw cursor.unexpected("an expression");
    }
    var part = body.over(tokens.part(first, last, last, last));
    try {
      part.expressions.list();
    } catch (SyntaxError e) {
      select(first, last);
      return;
    }
    if (part.cursor.at(Sign.END)) {
      part.takeEffects().forEach(body::add);
    } else {
      select(first, last);
    }
  }

  /// Parses text to which PL/pgSQL prepends a `SELECT`.
  void select(int first, int last) {
    read(body.over(tokens.selecting(first, last)));
  }

  private void execute(Tokens statement) {
    read(body.over(statement));
  }

  private void read(ParserState part) {
    try {
      new StatementParser(part).statement();
      if (!part.cursor.at(Sign.END)) {
        throw part.cursor.unexpected("the end of the statement");
      }
      part.takeEffects().forEach(body::add);
    } catch (SyntaxError e) {
      body.add(Bodies.notUnderstood(part, e));
    }
  }

  /// An SQL statement, up to its semicolon; `INTO target` is removed from it.
  void staticStatement() {
    var first = cursor.position();
    var cutFirst = -1;
    var cutLast = -1;
    var depth = new StatementDepth(tokens.keyword(first) == Keyword.CREATE);
    while (!(cursor.at(Sign.SEMICOLON) && depth.isOutside())) {
      if (cursor.at(Sign.END)) {
        throw cursor.unexpected("\";\"");
      }
      if (cursor.at(Keyword.INTO) && isTarget(first)) {
        if (cutFirst >= 0) {
          throw cursor.error("INTO specified more than once");
        }
        cutFirst = cursor.position();
        cursor.advance();
        target();
        cutLast = cursor.position();
      } else {
        depth.see(tokens, cursor.position());
        cursor.advance();
      }
    }
    var last = cursor.position();
    execute(
        cutFirst < 0
            ? tokens.part(first, last, last, last)
            : tokens.part(first, last, cutFirst, cutLast));
  }

  /// `INSERT INTO`, `MERGE INTO` and `IMPORT ... INTO` are part of SQL itself.
  private boolean isTarget(int first) {
    var before = tokens.keyword(Math.max(first, cursor.position() - 1));
    return before != Keyword.INSERT
        && before != Keyword.MERGE
        && tokens.keyword(first) != Keyword.IMPORT;
  }

  /// `[STRICT] variable, ...`, after `INTO`.
  void target() {
    if (cursor.at(Keyword.STRICT)) {
      cursor.advance();
    }
    variables();
  }

  /// `variable, record.field, ...`
  void variables() {
    do {
      variable();
    } while (cursor.accept(Sign.COMMA));
  }

  void variable() {
    if (!cursor.accept(Sign.PARAMETER)) {
      cursor.label("a variable");
    }
    while (cursor.accept(Sign.DOT)) {
      cursor.label("a field");
    }
  }

  /// `( [name :=] expression, ... )` of a bound cursor
  void cursorArguments() {
    cursor.open();
    do {
      if (cursor.signAfter(1) == Sign.ASSIGN || cursor.signAfter(1) == Sign.ARROW) {
        cursor.moveTo(cursor.position() + 2);
      }
      expression(",", ")");
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
  }

  void expect(String word) {
    if (!cursor.acceptWord(word)) {
      throw cursor.unexpected(word.toUpperCase(Locale.ROOT));
    }
  }

  /// Decides whether a semicolon ends the statement: not in parentheses, nor in a routine's own
  /// block.
  private static final class StatementDepth {

    private final boolean creates;
    private int parentheses;
    private int blocks;

    StatementDepth(boolean creates) {
      this.creates = creates;
    }

    boolean isOutside() {
      return parentheses == 0 && blocks == 0;
    }

    void see(Tokens tokens, int token) {
      switch (tokens.sign(token)) {
        case OPEN -> parentheses++;
        case CLOSE -> parentheses = Math.max(0, parentheses - 1);
        case WORD -> seeWord(tokens, token);
        default -> {
          // neither
        }
      }
    }

    private void seeWord(Tokens tokens, int token) {
      var keyword = tokens.keyword(token);
      if (!creates || keyword == null) {
        return;
      }
      switch (keyword) {
        case BEGIN -> blocks += tokens.keyword(token + 1) == Keyword.ATOMIC ? 1 : 0;
        case CASE -> blocks += blocks > 0 ? 1 : 0;
        case END -> blocks = Math.max(0, blocks - 1);
        default -> {
          // no block
        }
      }
    }
  }
}
