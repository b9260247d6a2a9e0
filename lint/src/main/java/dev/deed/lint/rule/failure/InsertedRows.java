package dev.deed.lint.rule.failure;

import dev.deed.lint.facts.WordSearch;
import dev.deed.sql.Keyword;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Strings;
import dev.deed.sql.lex.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of an `INSERT ... VALUES`, where its text shows them.
///
/// @param columns as written, empty if they are not
record InsertedRows(List<String> columns, List<List<Cell>> rows, boolean mayUpsert) {

  private static final WordSearch CONFLICT = WordSearch.ignoringCase("conflict");

  /// @param value null unless it is one constant
  record Cell(@Nullable Expression value) {

    /// Equal for equal values; empty for what may be unequal to itself, or is not a constant.
    String key() {
      return value instanceof Constant(var kind, var text)
              && (kind == ConstantKind.STRING || kind == ConstantKind.NUMBER)
          ? kind == ConstantKind.STRING ? "'" + text + "'" : text
          : "";
    }
  }

  /// Empty if the statement is not an `INSERT` at its start, or has no plain `VALUES`.
  static Optional<InsertedRows> of(String text) {
    var cursor = new Cursor(Tokens.of(text));
    if (!cursor.acceptWord("insert")) {
      return Optional.empty();
    }
    while (!cursor.atEnd()
        && !cursor.at(Sign.OPEN)
        && !cursor.at(Keyword.VALUES)
        && !cursor.at(Keyword.SELECT)
        && !cursor.at(Keyword.WITH)) {
      cursor.advance();
    }
    var columns = cursor.at(Sign.OPEN) ? columns(cursor) : Optional.of(List.<String>of());
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    while (cursor.atWord("overriding") || cursor.atWord("system") || cursor.atWord("user")) {
      cursor.advance();
    }
    if (!cursor.accept(Keyword.VALUES)) {
      return Optional.empty();
    }
    var rows = new ArrayList<List<Cell>>();
    while (cursor.accept(Sign.OPEN)) {
      rows.add(row(cursor));
      if (!cursor.accept(Sign.COMMA)) {
        break;
      }
    }
    return Optional.of(new InsertedRows(columns.get(), rows, CONFLICT.anyIn(text)));
  }

  /// Empty for a part of a column, and for a query in parentheses.
  private static Optional<List<String>> columns(Cursor cursor) {
    var names = new ArrayList<String>();
    cursor.advance();
    while (cursor.atColumnName()) {
      names.add(cursor.takeName());
      if (!cursor.accept(Sign.COMMA)) {
        break;
      }
    }
    return !names.isEmpty() && cursor.accept(Sign.CLOSE) ? Optional.of(names) : Optional.empty();
  }

  /// Ends after the closing parenthesis.
  private static List<Cell> row(Cursor cursor) {
    var cells = new ArrayList<Cell>();
    while (!cursor.atEnd()) {
      var constant = constant(cursor);
      var isWhole = cursor.at(Sign.COMMA) || cursor.at(Sign.CLOSE);
      skipRest(cursor);
      cells.add(new Cell(isWhole ? constant : null));
      if (cursor.accept(Sign.CLOSE)) {
        break;
      }
      cursor.advance();
    }
    return cells;
  }

  private static @Nullable Expression constant(Cursor cursor) {
    var sign = cursor.at(Sign.MINUS) ? "-" : "";
    if (cursor.at(Sign.MINUS) || cursor.at(Sign.PLUS)) {
      cursor.advance();
      return isNumber(cursor) ? number(sign, cursor) : null;
    }
    if (cursor.at(Sign.STRING)) {
      var value = Strings.value(cursor.tokens(), cursor.position());
      cursor.advance();
      return new Constant(ConstantKind.STRING, value);
    }
    if (isNumber(cursor)) {
      return number("", cursor);
    }
    if (cursor.at(Keyword.TRUE) || cursor.at(Keyword.FALSE)) {
      return new Constant(ConstantKind.BOOLEAN, cursor.takeName());
    }
    return null;
  }

  private static boolean isNumber(Cursor cursor) {
    return cursor.at(Sign.INTEGER) || cursor.at(Sign.NUMBER);
  }

  private static Expression number(String sign, Cursor cursor) {
    var text = cursor.tokens().raw(cursor.position());
    cursor.advance();
    return new Constant(ConstantKind.NUMBER, sign + text);
  }

  /// Moves to the comma or parenthesis that ends the value.
  private static void skipRest(Cursor cursor) {
    var depth = 0;
    while (!cursor.atEnd()) {
      if (depth == 0 && (cursor.at(Sign.COMMA) || cursor.at(Sign.CLOSE))) {
        return;
      }
      if (cursor.at(Sign.OPEN) || cursor.at(Sign.OPEN_BRACKET)) {
        depth++;
      } else if (cursor.at(Sign.CLOSE) || cursor.at(Sign.CLOSE_BRACKET)) {
        depth--;
      }
      cursor.advance();
    }
  }
}
