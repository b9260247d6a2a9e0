package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.Keyword;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;

/// SQL/XML's functions.
final class XmlForms {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Expressions expressions;

  XmlForms(ParserState parsing, Expressions expressions) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.expressions = expressions;
  }

  boolean starts(Keyword keyword) {
    return switch (keyword) {
      case XMLCONCAT, XMLELEMENT, XMLEXISTS, XMLFOREST, XMLPARSE, XMLPI, XMLROOT, XMLSERIALIZE ->
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
      case XMLCONCAT -> arguments.addAll(expressions.list());
      case XMLELEMENT -> element(arguments);
      case XMLEXISTS -> exists(arguments);
      case XMLFOREST -> attributes(arguments);
      case XMLPARSE -> {
        documentOrContent();
        arguments.add(expressions.expression());
        whitespace();
      }
      case XMLPI -> {
        cursor.expect(NAME);
        cursor.label("the instruction name");
        if (cursor.accept(Sign.COMMA)) {
          arguments.add(expressions.expression());
        }
      }
      case XMLROOT -> root(arguments);
      default -> serialize(arguments);
    }
    cursor.close();
    var canonical = parsing.keepsTexts() ? cursor.canonicalFrom(first) : "";
    return new Special(keyword.word(), arguments, canonical);
  }

  private void element(List<Expression> arguments) {
    cursor.expect(NAME);
    cursor.label("the element name");
    if (!cursor.accept(Sign.COMMA)) {
      return;
    }
    if (!cursor.at(XMLATTRIBUTES)) {
      arguments.addAll(expressions.list());
      return;
    }
    cursor.advance();
    cursor.open();
    attributes(arguments);
    cursor.close();
    if (cursor.accept(Sign.COMMA)) {
      arguments.addAll(expressions.list());
    }
  }

  private void attributes(List<Expression> arguments) {
    do {
      arguments.add(expressions.expression());
      if (cursor.accept(AS)) {
        cursor.label("a name");
      }
    } while (cursor.accept(Sign.COMMA));
  }

  private void exists(List<Expression> arguments) {
    arguments.add(expressions.primary());
    passing(arguments);
  }

  /// `PASSING [BY REF | VALUE] document [BY REF | VALUE]`
  void passing(List<Expression> arguments) {
    cursor.expect(PASSING);
    mechanism();
    arguments.add(expressions.primary());
    mechanism();
  }

  private void mechanism() {
    if (cursor.accept(BY) && !cursor.accept(REF)) {
      cursor.expect(VALUE);
    }
  }

  private void documentOrContent() {
    if (!cursor.accept(DOCUMENT)) {
      cursor.expect(CONTENT);
    }
  }

  private void whitespace() {
    if (cursor.accept(PRESERVE) || cursor.accept(STRIP)) {
      cursor.expect(WHITESPACE);
    }
  }

  private void root(List<Expression> arguments) {
    arguments.add(expressions.expression());
    cursor.expect(Sign.COMMA, ",");
    cursor.expect(VERSION);
    if (!cursor.accept(NO, VALUE)) {
      arguments.add(expressions.expression());
    }
    if (cursor.accept(Sign.COMMA)) {
      cursor.expect(STANDALONE);
      if (cursor.accept(NO)) {
        cursor.accept(VALUE);
      } else {
        cursor.expect(YES);
      }
    }
  }

  private void serialize(List<Expression> arguments) {
    documentOrContent();
    arguments.add(expressions.expression());
    cursor.expect(AS);
    parsing.types.simpleType();
    if (cursor.at(INDENT) || cursor.at(NO, INDENT)) {
      parsing.newer(16, "INDENT of XMLSERIALIZE", cursor.position());
    }
    if (!cursor.accept(NO, INDENT)) {
      cursor.accept(INDENT);
    }
  }
}
