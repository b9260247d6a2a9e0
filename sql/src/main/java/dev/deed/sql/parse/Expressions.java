package dev.deed.sql.parse;

import dev.deed.sql.expression.Expression;
import java.util.List;

/// Value expressions, by operator precedence. Relations and routines that they name become effects.
final class Expressions {

  private final Cursor cursor;

  Expressions(Parsing parsing) {
    this.cursor = parsing.cursor;
  }

  /// Any expression.
  Expression expression() {
    throw cursor.unexpected("an expression");
  }

  /// One without `AND`, `OR`, `NOT`, `IS NULL`, `IN`, `LIKE`, `BETWEEN` on its top level, as a column's
  /// default wants it.
  Expression restricted() {
    throw cursor.unexpected("an expression");
  }

  /// A constant, column, call, case or something in parentheses: no operators.
  Expression primary() {
    throw cursor.unexpected("an expression");
  }

  /// A function call or a construct that looks like one, as an index key or `FROM` item may have it.
  Expression functionCall() {
    throw cursor.unexpected("a function call");
  }

  /// `expression, expression, ...`
  List<Expression> list() {
    throw cursor.unexpected("an expression");
  }
}
