package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.Keyword;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The constructors, queries and aggregates of SQL/JSON.
final class JsonForms {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Expressions expressions;
  private final Calls calls;

  JsonForms(ParserState parsing, Expressions expressions, Calls calls) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.expressions = expressions;
    this.calls = calls;
  }

  boolean starts(Keyword keyword) {
    return switch (keyword) {
      case JSON,
          JSON_SCALAR,
          JSON_SERIALIZE,
          JSON_OBJECT,
          JSON_ARRAY,
          JSON_OBJECTAGG,
          JSON_ARRAYAGG,
          JSON_QUERY,
          JSON_EXISTS,
          JSON_VALUE ->
          true;
      default -> false;
    };
  }

  Expression form(Keyword keyword) {
    var first = cursor.position();
    var arguments = new ArrayList<Expression>();
    cursor.advance();
    cursor.open();
    switch (keyword) {
      // The function of that name is older, see below.
      case JSON_OBJECT -> {}
      case JSON_ARRAY, JSON_OBJECTAGG, JSON_ARRAYAGG -> newer(16, keyword, first);
      default -> newer(17, keyword, first);
    }
    switch (keyword) {
      case JSON -> {
        value(arguments);
        uniqueKeys();
      }
      case JSON_SCALAR -> arguments.add(expressions.expression());
      case JSON_SERIALIZE -> {
        value(arguments);
        returning();
      }
      case JSON_OBJECT -> object(arguments);
      case JSON_ARRAY -> array(arguments);
      case JSON_OBJECTAGG -> {
        member(arguments);
        nulls();
        uniqueKeys();
        returning();
      }
      case JSON_ARRAYAGG -> {
        value(arguments);
        if (cursor.at(ORDER)) {
          calls.sortClause();
        }
        nulls();
        returning();
      }
      default -> path(keyword, arguments);
    }
    cursor.close();
    if (keyword == JSON_OBJECTAGG || keyword == JSON_ARRAYAGG) {
      calls.behind(new Trailer(parsing));
    }
    var canonical = parsing.keepsTexts() ? cursor.canonicalFrom(first) : "";
    return new Special(keyword.word(), arguments, canonical);
  }

  private void newer(int since, Keyword keyword, int first) {
    parsing.newer(since, keyword.word().toUpperCase(Locale.ROOT) + "(...)", first);
  }

  private void object(List<Expression> arguments) {
    if (!cursor.at(Sign.CLOSE) && !cursor.at(RETURNING)) {
      objectMembers(arguments);
    }
    nulls();
    uniqueKeys();
    returning();
  }

  private void objectMembers(List<Expression> arguments) {
    var next = cursor.signAfter(1);
    if (cursor.at(VARIADIC) || next == Sign.ARROW || next == Sign.ASSIGN) {
      calls.arguments().forEach(a -> arguments.add(a.value()));
      return;
    }
    // The plain function of the same name takes text: json_object('{a,1}'), json_object(keys,
    // values).
    arguments.add(expressions.expression());
    if (!cursor.at(VALUE) && !cursor.at(Sign.COLON)) {
      if (cursor.accept(Sign.COMMA)) {
        calls.arguments().forEach(a -> arguments.add(a.value()));
      }
      return;
    }
    memberValue(arguments);
    while (cursor.accept(Sign.COMMA)) {
      member(arguments);
    }
  }

  private void member(List<Expression> arguments) {
    arguments.add(expressions.expression());
    memberValue(arguments);
  }

  private void memberValue(List<Expression> arguments) {
    var first = cursor.position();
    if (!cursor.accept(Sign.COLON)) {
      cursor.expect(VALUE);
    }
    parsing.newer(16, "VALUE or \":\" between the key and the value of a JSON object", first);
    value(arguments);
  }

  private void array(List<Expression> arguments) {
    if (atQueryWord()) {
      parsing.queries.nestedQuery();
      format();
      returning();
      return;
    }
    if (!cursor.at(Sign.CLOSE) && !cursor.at(RETURNING)) {
      do {
        value(arguments);
      } while (cursor.accept(Sign.COMMA));
    }
    nulls();
    returning();
  }

  private boolean atQueryWord() {
    return parsing.queries.atQuery();
  }

  /// `expression [FORMAT JSON [ENCODING name]]`
  void value(List<Expression> arguments) {
    arguments.add(expressions.expression());
    format();
  }

  void format() {
    if (cursor.accept(FORMAT, JSON) && cursor.accept(ENCODING)) {
      cursor.name("an encoding name");
    }
  }

  void returning() {
    if (cursor.accept(RETURNING)) {
      var first = cursor.position();
      parsing.names(parsing.types.type(), first);
      format();
    }
  }

  private void nulls() {
    if (cursor.at(NULL, ON) || cursor.at(ABSENT, ON)) {
      cursor.advance();
      cursor.advance();
      cursor.expect(NULL);
    }
  }

  /// `WITH | WITHOUT UNIQUE [KEYS]`
  void uniqueKeys() {
    if (cursor.accept(WITH, UNIQUE) || cursor.accept(WITHOUT, UNIQUE)) {
      cursor.accept(KEYS);
    }
  }

  private void path(Keyword keyword, List<Expression> arguments) {
    value(arguments);
    cursor.expect(Sign.COMMA, ",");
    arguments.add(expressions.expression());
    passing(arguments);
    if (keyword != JSON_EXISTS) {
      returning();
    }
    if (keyword == JSON_QUERY) {
      wrapper();
      quotes();
    }
    behaviors();
  }

  /// `PASSING value AS name, ...`
  void passing(List<Expression> arguments) {
    if (!cursor.accept(PASSING)) {
      return;
    }
    do {
      value(arguments);
      cursor.expect(AS);
      cursor.label("a name");
    } while (cursor.accept(Sign.COMMA));
  }

  void wrapper() {
    var without = cursor.at(WITHOUT, WRAPPER) || cursor.at(WITHOUT, ARRAY);
    var with =
        cursor.at(WITH)
            && switch (cursor.keywordAfter(1)) {
              case WRAPPER, ARRAY, CONDITIONAL, UNCONDITIONAL -> true;
              case null, default -> false;
            };
    if (!without && !with) {
      return;
    }
    cursor.advance();
    if (!cursor.accept(CONDITIONAL)) {
      cursor.accept(UNCONDITIONAL);
    }
    cursor.accept(ARRAY);
    cursor.expect(WRAPPER);
  }

  void quotes() {
    if (cursor.accept(KEEP, QUOTES) || cursor.accept(OMIT, QUOTES)) {
      cursor.accept(ON, SCALAR, STRING);
    }
  }

  /// `... ON EMPTY`, `... ON ERROR`
  void behaviors() {
    if (acceptBehavior() && cursor.accept(ON) && !cursor.accept(ERROR)) {
      cursor.expect(EMPTY);
      if (acceptBehavior()) {
        cursor.expect(ON, ERROR);
      }
    }
  }

  private boolean acceptBehavior() {
    if (cursor.accept(DEFAULT)) {
      expressions.expression();
    } else if (cursor.accept(EMPTY)) {
      if (!cursor.accept(ARRAY)) {
        cursor.accept(OBJECT);
      }
    } else if (cursor.atAny(ERROR, NULL, TRUE, FALSE, UNKNOWN)) {
      cursor.advance();
    } else {
      return false;
    }
    if (!cursor.at(ON)) {
      throw cursor.unexpected("ON EMPTY or ON ERROR");
    }
    return true;
  }
}
