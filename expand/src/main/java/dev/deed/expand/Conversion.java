package dev.deed.expand;

import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Column;
import java.util.List;

/// How the new column's value is computed from the old one's, and back.
///
/// @param forth over the old column
/// @param back over the new column
record Conversion(Expression forth, Expression back) {

  static Conversion none(String old, String added) {
    return new Conversion(column(old), column(added));
  }

  static Column column(String name) {
    return new Column(List.of(name));
  }

  /// In a trigger: every column is that of the row that is written.
  static String inTrigger(Expression expression) {
    return operand(Expressions.withColumns(expression, name -> new Column(List.of("new", name))));
  }

  static String inStatement(Expression expression) {
    return operand(expression);
  }

  /// In parentheses unless it is a name, a constant, a call or a `CASE`.
  private static String operand(Expression expression) {
    var text = Expressions.sql(expression);
    return switch (expression) {
      case Column _, Expression.Constant _, Expression.Call _, Expression.Case _ -> text;
      default -> "(" + text + ")";
    };
  }
}
