package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.AS;
import static dev.deed.sql.Keyword.BY;
import static dev.deed.sql.Keyword.CACHE;
import static dev.deed.sql.Keyword.CYCLE;
import static dev.deed.sql.Keyword.INCREMENT;
import static dev.deed.sql.Keyword.LOGGED;
import static dev.deed.sql.Keyword.MAXVALUE;
import static dev.deed.sql.Keyword.MINVALUE;
import static dev.deed.sql.Keyword.NAME;
import static dev.deed.sql.Keyword.NO;
import static dev.deed.sql.Keyword.OWNED;
import static dev.deed.sql.Keyword.RESTART;
import static dev.deed.sql.Keyword.SEQUENCE;
import static dev.deed.sql.Keyword.START;
import static dev.deed.sql.Keyword.UNLOGGED;
import static dev.deed.sql.Keyword.WITH;

import dev.deed.sql.Keyword;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.SequenceOptions;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The options of a sequence or an identity column: `INCREMENT BY 2 NO CYCLE OWNED BY t.c`.
final class SequenceOptionsParser {

  private final ParserState parsing;
  private final Cursor cursor;

  SequenceOptionsParser(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  /// Reads all options, possibly none.
  SequenceOptions options() {
    var found = new Found();
    while (accept(found)) {
      // each call takes one option
    }
    return found.options();
  }

  /// Takes one option, if there is one.
  boolean acceptOption() {
    return accept(new Found());
  }

  /// `( option ... )`, if present.
  SequenceOptions acceptInParentheses() {
    if (!cursor.accept(Sign.OPEN)) {
      return SequenceOptions.NONE;
    }
    var options = options();
    if (options.equals(SequenceOptions.NONE)) {
      throw cursor.unexpected("an option of the sequence");
    }
    cursor.close();
    return options;
  }

  boolean atOption() {
    return cursor.atAny(
            AS, CACHE, CYCLE, INCREMENT, LOGGED, MAXVALUE, MINVALUE, OWNED, SEQUENCE, START,
            RESTART)
        || cursor.at(UNLOGGED)
        || cursor.at(NO);
  }

  private boolean accept(Found found) {
    var keyword = cursor.keyword();
    if (keyword == null || !atOption()) {
      return false;
    }
    if (keyword == LOGGED || keyword == UNLOGGED) {
      parsing.newer(15, "SET LOGGED and UNLOGGED of a sequence", cursor.position());
    }
    cursor.advance();
    switch (keyword) {
      case AS -> found.put(keyword, parsing.types.simpleType().text());
      case CACHE, MAXVALUE, MINVALUE -> found.put(keyword, number());
      case INCREMENT -> {
        cursor.accept(BY);
        found.put(keyword, number());
      }
      case START -> {
        cursor.accept(WITH);
        found.put(keyword, number());
      }
      case RESTART -> found.put(keyword, restart());
      case CYCLE -> found.put(keyword, "");
      case LOGGED -> found.put(keyword, "");
      case UNLOGGED -> found.put(LOGGED, "no");
      case NO -> found.put(negated(), "no");
      case OWNED -> ownedBy(found);
      default -> {
        cursor.expect(NAME);
        found.values.put("sequence name", cursor.qualifiedName("a sequence name").quoted());
      }
    }
    return true;
  }

  private String number() {
    return cursor.signedNumber("a number");
  }

  private String restart() {
    var with = cursor.accept(WITH);
    var signed = cursor.at(Sign.PLUS) || cursor.at(Sign.MINUS);
    return with || signed || cursor.at(Sign.INTEGER) || cursor.at(Sign.NUMBER) ? number() : "";
  }

  private Keyword negated() {
    var keyword = cursor.keyword();
    if (keyword == null || !cursor.atAny(MAXVALUE, MINVALUE, CYCLE)) {
      throw cursor.unexpected("MINVALUE, MAXVALUE or CYCLE");
    }
    cursor.advance();
    return keyword;
  }

  /// The last part of the name is the column.
  private void ownedBy(Found found) {
    cursor.expect(BY);
    var parts = new ArrayList<String>();
    parts.add(cursor.name("a column with its table, or NONE"));
    while (cursor.accept(Sign.DOT)) {
      parts.add(cursor.label("a column name"));
    }
    found.ownedByColumn = parts.removeLast();
    if (!parts.isEmpty()) {
      var table = parts.removeLast();
      var schema = parts.isEmpty() ? null : parts.removeLast();
      var catalog = parts.isEmpty() ? null : parts.removeLast();
      found.ownedBy = new QualifiedName(catalog, schema, table);
    }
  }

  private static final class Found {
    final Map<String, String> values = new LinkedHashMap<>();
    @Nullable QualifiedName ownedBy;
    @Nullable String ownedByColumn;

    void put(Keyword option, String value) {
      values.put(option.word(), value);
    }

    SequenceOptions options() {
      return new SequenceOptions(values, ownedBy, ownedByColumn);
    }
  }
}
