package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.Keyword;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Functions with their own grammar in SQL: `EXTRACT`, `TRIM`, `COALESCE`, `CURRENT_DATE`.
final class SpecialForms {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Expressions expressions;
  private final Calls calls;
  private final JsonForms json;
  private final XmlForms xml;

  SpecialForms(ParserState parsing, Expressions expressions, Calls calls) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.expressions = expressions;
    this.calls = calls;
    this.json = new JsonForms(parsing, expressions, calls);
    this.xml = new XmlForms(parsing, expressions);
  }

  JsonForms json() {
    return json;
  }

  XmlForms xml() {
    return xml;
  }

  /// The form that starts with the current word `keyword`; null if it is a plain name.
  @Nullable Expression accept(Keyword keyword) {
    switch (keyword) {
      case CURRENT_DATE,
          CURRENT_ROLE,
          CURRENT_USER,
          SESSION_USER,
          SYSTEM_USER,
          USER,
          CURRENT_CATALOG -> {
        return value(keyword, false);
      }
      case CURRENT_TIME, CURRENT_TIMESTAMP, LOCALTIME, LOCALTIMESTAMP -> {
        return value(keyword, true);
      }
      case CURRENT_SCHEMA -> {
        return cursor.signAfter(1) == Sign.OPEN ? null : value(keyword, false);
      }
      case COLLATION -> {
        return cursor.at(COLLATION, FOR) ? collationFor() : null;
      }
      default -> {
        return cursor.signAfter(1) == Sign.OPEN ? withParentheses(keyword) : null;
      }
    }
  }

  private Expression value(Keyword keyword, boolean precision) {
    var first = cursor.position();
    cursor.advance();
    if (precision && cursor.accept(Sign.OPEN)) {
      cursor.signedInteger("the precision");
      cursor.close();
    }
    return special(keyword, List.of(), first);
  }

  private Expression collationFor() {
    var first = cursor.position();
    cursor.accept(COLLATION, FOR);
    cursor.open();
    var value = expressions.expression();
    cursor.close();
    return special(COLLATION, List.of(value), first);
  }

  private @Nullable Expression withParentheses(Keyword keyword) {
    if (json.starts(keyword)) {
      return json.form(keyword);
    }
    if (xml.starts(keyword)) {
      return xml.form(keyword);
    }
    if (keyword == CAST) {
      return cast();
    }
    var first = cursor.position();
    var arguments = new ArrayList<Expression>(2);
    switch (keyword) {
      case COALESCE, GREATEST, LEAST, GROUPING -> {
        open();
        arguments.addAll(expressions.list());
      }
      case NULLIF -> {
        open();
        add(arguments);
        comma();
        add(arguments);
      }
      case MERGE_ACTION -> open();
      case EXTRACT -> extract(arguments);
      case NORMALIZE -> normalize(arguments);
      case OVERLAY -> overlay(arguments);
      case POSITION -> position(arguments);
      case SUBSTRING -> substring(arguments);
      case TREAT -> {
        open();
        add(arguments);
        cursor.expect(AS);
        parsing.types.type();
      }
      case TRIM -> trim(arguments);
      default -> {
        return null;
      }
    }
    cursor.close();
    return special(keyword, arguments, first);
  }

  private Special special(Keyword keyword, List<Expression> arguments, int first) {
    var canonical = parsing.keepsTexts() ? cursor.canonicalFrom(first) : "";
    var special = new Special(keyword.word(), arguments, canonical);
    parsing.scopes.part(special, cursor);
    return special;
  }

  private void open() {
    cursor.advance();
    cursor.open();
  }

  private void comma() {
    cursor.expect(Sign.COMMA, ",");
  }

  private void add(List<Expression> arguments) {
    arguments.add(expressions.expression());
  }

  private Expression cast() {
    open();
    var value = expressions.expression();
    cursor.expect(AS);
    var type = parsing.types.type();
    var cast = expressions.cast(value, type, cursor.position() - 1);
    cursor.close();
    return cast;
  }

  private void extract(List<Expression> arguments) {
    open();
    if (!cursor.at(Sign.STRING)) {
      if (!cursor.at(Sign.WORD) && !cursor.at(Sign.QUOTED)) {
        throw cursor.unexpected("a field of the date or time");
      }
    }
    cursor.advance();
    cursor.expect(FROM);
    add(arguments);
  }

  private void normalize(List<Expression> arguments) {
    open();
    add(arguments);
    if (cursor.accept(Sign.COMMA)) {
      if (!cursor.atAny(NFC, NFD, NFKC, NFKD)) {
        throw cursor.unexpected("NFC, NFD, NFKC or NFKD");
      }
      cursor.advance();
    }
  }

  private void overlay(List<Expression> arguments) {
    open();
    if (plainArguments(arguments) && cursor.accept(PLACING)) {
      add(arguments);
      cursor.expect(FROM);
      add(arguments);
      if (cursor.accept(FOR)) {
        add(arguments);
      }
    }
  }

  private void position(List<Expression> arguments) {
    open();
    arguments.add(expressions.restricted());
    cursor.expect(IN);
    arguments.add(expressions.restricted());
  }

  private void substring(List<Expression> arguments) {
    open();
    if (!plainArguments(arguments)) {
      return;
    }
    if (cursor.accept(SIMILAR)) {
      add(arguments);
      cursor.expect(ESCAPE);
      add(arguments);
    } else if (cursor.accept(FROM)) {
      add(arguments);
      if (cursor.accept(FOR)) {
        add(arguments);
      }
    } else if (cursor.accept(FOR)) {
      add(arguments);
      if (cursor.accept(FROM)) {
        add(arguments);
      }
    }
  }

  /// Arguments as in a plain function; returns true if there is exactly one, so that key words may
  /// follow.
  private boolean plainArguments(List<Expression> arguments) {
    if (cursor.at(Sign.CLOSE)) {
      return false;
    }
    calls.arguments().forEach(a -> arguments.add(a.value()));
    return arguments.size() == 1;
  }

  private void trim(List<Expression> arguments) {
    open();
    if (cursor.atAny(BOTH, LEADING, TRAILING)) {
      cursor.advance();
    }
    if (!cursor.at(FROM)) {
      add(arguments);
    }
    if (cursor.accept(FROM) || cursor.accept(Sign.COMMA)) {
      arguments.addAll(expressions.list());
    }
  }
}
