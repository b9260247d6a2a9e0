package dev.deed.lint.rule.failure;

import dev.deed.lint.facts.WordSearch;
import dev.deed.sql.Keyword;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the text of an `INSERT ... VALUES` shows.
///
/// @param rows the kinds of the values, of each row that differs in them from those before it:
///   there may be a million
/// @param mayUpsert the text has the word `conflict` in it
/// @param overriding `SYSTEM` or `USER`, `""` if not written
/// @param conflict the columns of `ON CONFLICT (...)`; empty if there is none, or if it names a
///   constraint, an expression or a condition
record Insert(List<List<Value>> rows, boolean mayUpsert, String overriding, List<String> conflict) {

  private static final WordSearch CONFLICT = WordSearch.ignoringCase("conflict");

  enum Value {
    DEFAULT,
    NULL,
    /// `*` or `r.*`, which stands for any number of values.
    ALL,
    OTHER;

    private static Value of(String text) {
      var value = text.strip();
      return value.equalsIgnoreCase("default")
          ? DEFAULT
          : value.equalsIgnoreCase("null")
              ? NULL
              : value.equals("*") || value.endsWith(".*") ? ALL : OTHER;
    }
  }

  Insert {
    rows = rows.stream().map(List::copyOf).toList();
    conflict = List.copyOf(conflict);
  }

  /// Empty if the statement is not an `INSERT` at its start, or has no plain `VALUES`.
  static Optional<Insert> of(String text) {
    var cursor = new Cursor(Tokens.of(text));
    if (!cursor.acceptWord("insert")) {
      return Optional.empty();
    }
    var overriding = "";
    var rows = new ArrayList<List<Value>>();
    var mayUpsert = CONFLICT.anyIn(text);
    while (!cursor.atEnd()) {
      if (cursor.atWord("overriding")) {
        cursor.advance();
        overriding = cursor.atWord("system") ? "SYSTEM" : "USER";
      } else if (cursor.at(Keyword.VALUES)) {
        cursor.advance();
        rows.addAll(rows(cursor, text));
        return Optional.of(new Insert(rows, mayUpsert, overriding, conflict(cursor, text)));
      } else if (cursor.at(Keyword.SELECT) || cursor.at(Keyword.WITH)) {
        return Optional.of(new Insert(rows, mayUpsert, overriding, selected(cursor, text)));
      }
      cursor.advance();
    }
    return Optional.of(new Insert(rows, mayUpsert, overriding, List.of()));
  }

  /// The constraint of `ON CONFLICT ON CONSTRAINT`.
  static Optional<String> arbiter(String text) {
    if (!CONFLICT.anyIn(text)) {
      return Optional.empty();
    }
    var cursor = new Cursor(Tokens.of(text));
    while (!cursor.atEnd()) {
      if (cursor.at(Keyword.ON) && isConflict(cursor) && cursor.keywordAfter(2) == Keyword.ON) {
        for (var i = 0; i < 4 && !cursor.atEnd(); i++) {
          cursor.advance();
        }
        return cursor.atColumnName() ? Optional.of(cursor.takeName()) : Optional.empty();
      }
      cursor.advance();
    }
    return Optional.empty();
  }

  private static List<String> selected(Cursor cursor, String text) {
    while (!cursor.atEnd() && !(cursor.at(Keyword.ON) && isConflict(cursor))) {
      cursor.advance();
    }
    return conflict(cursor, text);
  }

  private static boolean isConflict(Cursor cursor) {
    return cursor.keywordAfter(1) == Keyword.CONFLICT;
  }

  private static Set<List<Value>> rows(Cursor cursor, String text) {
    var rows = new LinkedHashSet<List<Value>>();
    while (cursor.at(Sign.OPEN)) {
      rows.add(parenthesis(cursor, (start, end) -> Value.of(text.substring(start, end))));
      if (!cursor.accept(Sign.COMMA)) {
        break;
      }
    }
    return rows;
  }

  private interface Part<T> {
    T between(int start, int end);
  }

  /// What is between the commas of a parenthesis.
  private static <T> List<T> parenthesis(Cursor cursor, Part<T> part) {
    var parts = new ArrayList<T>();
    cursor.advance();
    var depth = 0;
    var start = cursor.span().start();
    while (!cursor.atEnd()) {
      var isEnd = depth == 0 && (cursor.at(Sign.CLOSE) || cursor.at(Sign.COMMA));
      if (isEnd) {
        parts.add(part.between(start, cursor.span().start()));
        var isLast = cursor.at(Sign.CLOSE);
        cursor.advance();
        start = cursor.span().start();
        if (isLast) {
          return parts;
        }
      } else {
        depth += isOpening(cursor) ? 1 : isClosing(cursor) ? -1 : 0;
        cursor.advance();
      }
    }
    return parts;
  }

  private static boolean isOpening(Cursor cursor) {
    return cursor.at(Sign.OPEN) || cursor.at(Sign.OPEN_BRACKET);
  }

  private static boolean isClosing(Cursor cursor) {
    return cursor.at(Sign.CLOSE) || cursor.at(Sign.CLOSE_BRACKET);
  }

  private static List<String> conflict(Cursor cursor, String text) {
    if (!cursor.at(Keyword.ON) || !isConflict(cursor)) {
      return List.of();
    }
    cursor.advance();
    cursor.advance();
    if (!cursor.at(Sign.OPEN)) {
      return List.of();
    }
    var columns = new ArrayList<String>();
    for (var part : parenthesis(cursor, (start, end) -> text.substring(start, end).strip())) {
      var own = new Cursor(Tokens.of(part));
      if (!own.atColumnName()) {
        return List.of();
      }
      columns.add(own.takeName());
      if (!own.atEnd()) {
        return List.of();
      }
    }
    return cursor.at(Keyword.WHERE) ? List.of() : columns;
  }
}
