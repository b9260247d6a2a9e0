package dev.deed.sql.parse;

import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.StringBody;
import dev.deed.sql.lex.SyntaxError;
import org.jspecify.annotations.Nullable;

/// `EXECUTE expression`: parsed if the expression is constant, else `Opaque`.
final class PlpgsqlDynamic {

  /// The length of an expression shown in a reason.
  private static final int MOST_SHOWN = 60;

  private final ParserState body;
  private final Cursor cursor;
  private final PlpgsqlSql sql;

  PlpgsqlDynamic(ParserState body, PlpgsqlSql sql) {
    this.body = body;
    this.cursor = body.cursor;
    this.sql = sql;
  }

  /// Reads what follows `EXECUTE`, up to one of `ends`.
  void execute(String... ends) {
    var first = cursor.position();
    var last = sql.expression(ends);
    var code = constant(first, last);
    if (code == null) {
      body.add(new Effect.Opaque("dynamic SQL: EXECUTE " + shown(first, last), span(first, last)));
    } else {
      run(code);
    }
  }

  private void run(StringBody code) {
    var inner = body.inside(code);
    if (inner.bodies() > Bodies.MOST_BODIES) {
      body.add(new Effect.Opaque("dynamic SQL nested too deeply", cursor.span()));
    } else {
      Bodies.statements(inner).forEach(body::add);
    }
  }

  /// With the positions of its strings if they are adjacent; otherwise all are at the start of the
  /// expression.
  private @Nullable StringBody constant(int first, int last) {
    var tokens = cursor.tokens();
    StringBody joined = null;
    for (var i = first; i < last; i++) {
      if ((i - first) % 2 == 1) {
        if (!tokens.is(i, "||")) {
          return evaluated(first, last);
        }
      } else if (tokens.sign(i) == Sign.STRING) {
        var piece = StringBody.of(tokens, i);
        joined = joined == null ? piece : joined.then(piece);
      } else {
        return evaluated(first, last);
      }
    }
    return joined;
  }

  private @Nullable StringBody evaluated(int first, int last) {
    var tokens = cursor.tokens();
    var part = body.over(tokens.part(first, last, last, last));
    try {
      var value = DynamicSql.constant(part.expressions.expression());
      return value == null || !part.cursor.at(Sign.END)
          ? null
          : StringBody.at(tokens.start(first), value);
    } catch (SyntaxError e) {
      // An expression like `x FROM t`: its value is not in the text.
      return null;
    }
  }

  private String shown(int first, int last) {
    var text = cursor.tokens().textOf(first, last - 1).strip().replaceAll("\\s+", " ");
    var end = Math.min(text.length(), MOST_SHOWN);
    return end < text.length() ? text.substring(0, end) + "..." : text;
  }

  private Span span(int first, int last) {
    return cursor.tokens().span(first, last - 1);
  }
}
