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
import java.util.Locale;
import java.util.Set;

/// `COPY`, with its current options and those of PostgreSQL 7.3 and 9.0.
final class CopyStatement {

  private static final Set<String> OFF = Set.of("false", "off", "0");

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
    var first = cursor.position();
    var inText = true;
    var hasHeader = false;
    cursor.open();
    do {
      var place = cursor.position();
      var name = cursor.label("an option");
      newer(name, place);
      var value = cursor.tokens().raw(cursor.position()).toLowerCase(Locale.ROOT);
      switch (name) {
        case "format" -> inText = value.equals("text") || value.equals("'text'");
        case "header" -> hasHeader = !OFF.contains(value.replace("'", ""));
        default -> {}
      }
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
    if (inText && hasHeader) {
      parsing.newer(15, "HEADER of COPY without FORMAT csv", first);
    }
  }

  /// At the value of an option.
  private void newer(String name, int first) {
    var since =
        switch (name) {
          case "default" -> 16;
          case "on_error", "log_verbosity" -> 17;
          case "reject_limit" -> 18;
          case "force_null", "force_not_null" -> cursor.at(Sign.STAR) ? 17 : 0;
          case "header" -> cursor.atWord("match") || cursor.at(MATCH) ? 15 : 0;
          default -> 0;
        };
    if (since > 0) {
      var value = cursor.at(Sign.STAR) ? " *" : since == 15 ? " MATCH" : "";
      parsing.newer(since, name.toUpperCase(Locale.ROOT) + value + " of COPY", first);
    }
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
