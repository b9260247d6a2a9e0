package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;

/// `XMLTABLE`, `JSON_TABLE` and PostgreSQL 19's `GRAPH_TABLE`, in `FROM`.
final class TableFunctions {

  private final ParserState parsing;
  private final Cursor cursor;

  TableFunctions(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  boolean accept() {
    if (cursor.signAfter(1) != Sign.OPEN || !cursor.atAny(XMLTABLE, JSON_TABLE, GRAPH_TABLE)) {
      return false;
    }
    var word = cursor.keyword();
    cursor.advance();
    cursor.open();
    switch (word) {
      case XMLTABLE -> xml();
      case JSON_TABLE -> {
        parsing.newer(17, "JSON_TABLE", cursor.position() - 2);
        json();
      }
      case null, default -> {
        parsing.newer(19, "GRAPH_TABLE", cursor.position() - 2);
        graph();
      }
    }
    cursor.close();
    return true;
  }

  // XMLTABLE

  private void xml() {
    if (cursor.accept(XMLNAMESPACES)) {
      cursor.open();
      do {
        xmlNamespace();
      } while (cursor.accept(Sign.COMMA));
      cursor.close();
      cursor.expect(Sign.COMMA, ",");
    }
    parsing.expressions.primary();
    parsing.expressions.xml().passing(new ArrayList<>());
    cursor.expect(COLUMNS);
    do {
      xmlColumn();
    } while (cursor.accept(Sign.COMMA));
  }

  private void xmlNamespace() {
    if (cursor.accept(DEFAULT)) {
      parsing.expressions.restricted();
    } else {
      parsing.expressions.restricted();
      cursor.expect(AS);
      cursor.label("the namespace name");
    }
  }

  /// A type that the query depends on.
  private void type() {
    var first = cursor.position();
    parsing.names(parsing.types.type(), first);
  }

  private void xmlColumn() {
    parsing.scopes.fields.label(cursor.name("a column name"));
    if (cursor.accept(FOR)) {
      cursor.expect(ORDINALITY);
      return;
    }
    type();
    while (true) {
      if (cursor.accept(DEFAULT) || cursor.accept(PATH)) {
        parsing.expressions.restricted();
      } else if (!cursor.accept(NOT, NULL) && !cursor.accept(NULL)) {
        return;
      }
    }
  }

  // JSON_TABLE

  private void json() {
    var json = parsing.expressions.json();
    json.value(new ArrayList<>());
    cursor.expect(Sign.COMMA, ",");
    parsing.expressions.expression();
    if (cursor.accept(AS)) {
      cursor.name("the path name");
    }
    json.passing(new ArrayList<>());
    jsonColumns();
    if (cursor.accept(PLAN)) {
      plan();
    }
    json.behaviors();
  }

  private void jsonColumns() {
    parsing.enter();
    cursor.expect(COLUMNS);
    cursor.open();
    do {
      jsonColumn();
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    parsing.leave();
  }

  private void jsonColumn() {
    if (cursor.at(NESTED)
        && (cursor.keywordAfter(1) == PATH || cursor.signAfter(1) == Sign.STRING)) {
      cursor.advance();
      cursor.accept(PATH);
      cursor.string("a path");
      if (cursor.accept(AS)) {
        cursor.name("the path name");
      }
      jsonColumns();
      return;
    }
    parsing.scopes.fields.label(cursor.name("a column name"));
    if (cursor.accept(FOR)) {
      cursor.expect(ORDINALITY);
      return;
    }
    var json = parsing.expressions.json();
    type();
    json.format();
    cursor.accept(EXISTS);
    if (cursor.accept(PATH)) {
      cursor.string("a path");
    }
    json.wrapper();
    json.quotes();
    json.behaviors();
  }

  /// `PLAN DEFAULT (...)` and `PLAN (...)`
  private void plan() {
    cursor.accept(DEFAULT);
    cursor.open();
    var depth = 1;
    while (depth > 0) {
      if (cursor.atEnd()) {
        throw cursor.unexpected("\")\"");
      }
      if (cursor.at(Sign.OPEN)) {
        depth++;
      } else if (cursor.at(Sign.CLOSE)) {
        depth--;
      }
      cursor.advance();
    }
  }

  // GRAPH_TABLE

  private void graph() {
    var first = cursor.position();
    var graph = cursor.qualifiedName("a property graph name");
    parsing.add(new ReadsRows(graph, false, LockMode.ACCESS_SHARE, cursor.spanFrom(first)));
    cursor.expect(MATCH);
    do {
      path();
    } while (cursor.accept(Sign.COMMA));
    where();
    cursor.expect(COLUMNS);
    cursor.open();
    do {
      parsing.expressions.expression();
      if (cursor.accept(AS)) {
        cursor.label("a column name");
      }
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
  }

  private void path() {
    vertex();
    while (!cursor.at(Sign.COMMA) && !cursor.atAny(WHERE, COLUMNS)) {
      edge();
      vertex();
    }
  }

  private void vertex() {
    cursor.open();
    element();
    cursor.close();
  }

  /// `-[e IS label]->`, `<-[e]-`, `->`, `<-`, `-`
  private void edge() {
    var left = cursor.accept(Sign.LESS);
    if (!left && "->".equals(cursor.operator())) {
      cursor.advance();
      return;
    }
    cursor.expect(Sign.MINUS, "-");
    if (!cursor.accept(Sign.OPEN_BRACKET)) {
      return;
    }
    element();
    cursor.expect(Sign.CLOSE_BRACKET, "]");
    if (!left && "->".equals(cursor.operator())) {
      cursor.advance();
    } else {
      cursor.expect(Sign.MINUS, "-");
    }
  }

  private void element() {
    if (cursor.atColumnName()) {
      cursor.takeName();
    }
    if (cursor.accept(IS)) {
      do {
        cursor.name("a label");
      } while ("|".equals(cursor.operator()) && cursor.accept(Sign.OPERATOR));
    }
    where();
  }

  private void where() {
    if (cursor.accept(WHERE)) {
      parsing.expressions.expression();
    }
  }
}
