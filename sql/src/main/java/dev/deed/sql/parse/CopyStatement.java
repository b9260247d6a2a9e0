package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.List;

/// `COPY`, with its current options and those of PostgreSQL 7.3 and 9.0.
final class CopyStatement {

  private final ParserState parsing;
  private final Cursor cursor;

  CopyStatement(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  Parsed copy() {
    cursor.expect(COPY);
    if (cursor.at(Sign.OPEN)) {
      query();
    } else {
      table();
    }
    return Parsed.of(CommandTag.COPY);
  }

  private void query() {
    cursor.open();
    var scope = parsing.queries.commonTables().scope();
    if (cursor.at(WITH)) {
      parsing.queries.commonTables().with();
    }
    if (!parsing.writes.accept()) {
      parsing.queries.selection();
    }
    parsing.queries.commonTables().leave(scope);
    cursor.close();
    cursor.expect(TO);
    file();
    options();
  }

  private void table() {
    cursor.accept(BINARY);
    var first = cursor.position();
    var name = cursor.qualifiedName("a table name");
    var span = cursor.spanFrom(first);
    var columns =
        cursor.at(Sign.OPEN) ? cursor.namesInParentheses("a column name") : List.<String>of();
    var from = cursor.accept(FROM);
    if (!from) {
      cursor.expect(TO);
    }
    effect(name, from, columns, span);
    file();
    options();
    if (from && cursor.accept(WHERE)) {
      parsing.expressions.expression();
    }
  }

  private void effect(QualifiedName table, boolean from, List<String> columns, Span span) {
    parsing.add(
        from
            ? new WritesRows(table, false, Writing.COPY, true, columns, null, List.of(), span)
            // Rows of children are not copied out.
            : new ReadsRows(table, true, LockMode.ACCESS_SHARE, span));
  }

  private void file() {
    if (cursor.accept(PROGRAM)) {
      cursor.string("a command");
    } else if (!cursor.accept(STDIN) && !cursor.accept(STDOUT)) {
      cursor.string("a file, STDIN or STDOUT");
    }
  }

  private void options() {
    if (cursor.at(DELIMITERS) || cursor.at(USING, DELIMITERS)) {
      cursor.accept(USING);
      cursor.advance();
      cursor.string("a delimiter");
    }
    cursor.accept(WITH);
    if (cursor.at(Sign.OPEN)) {
      optionList();
      return;
    }
    while (acceptOldOption()) {
      // they may come in any order
    }
  }

  private boolean acceptOldOption() {
    if (cursor.accept(BINARY)
        || cursor.accept(FREEZE)
        || cursor.accept(CSV)
        || cursor.accept(HEADER)) {
      return true;
    }
    if (cursor.accept(ENCODING)) {
      cursor.string("an encoding");
      return true;
    }
    if (cursor.accept(DELIMITER)
        || cursor.accept(NULL)
        || cursor.accept(QUOTE)
        || cursor.accept(ESCAPE)) {
      cursor.accept(AS);
      cursor.string("a string");
      return true;
    }
    if (!cursor.accept(FORCE)) {
      return false;
    }
    if (!cursor.accept(QUOTE) && !cursor.accept(NOT, NULL)) {
      cursor.expect(NULL);
    }
    if (!cursor.accept(Sign.STAR)) {
      cursor.names("a column name");
    }
    return true;
  }

  private void optionList() {
    cursor.open();
    do {
      cursor.label("an option");
      if (cursor.accept(Sign.OPEN)) {
        do {
          value();
        } while (cursor.accept(Sign.COMMA));
        cursor.close();
      } else if (!cursor.at(Sign.COMMA) && !cursor.at(Sign.CLOSE) && !cursor.accept(Sign.STAR)) {
        value();
      }
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
  }

  private void value() {
    switch (cursor.sign()) {
      case STRING -> cursor.string("a value");
      case PLUS, MINUS, INTEGER, NUMBER -> cursor.signedNumber("a value");
      default -> {
        if (cursor.atAny(TRUE, FALSE, ON, DEFAULT)) {
          cursor.advance();
        } else {
          cursor.nonReservedName("a value");
        }
      }
    }
  }
}
