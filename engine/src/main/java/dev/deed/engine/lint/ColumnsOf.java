package dev.deed.engine.lint;

import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.ExpressionMap;
import java.util.LinkedHashSet;
import java.util.List;

/// The columns that an expression names.
final class ColumnsOf {

  private ColumnsOf() {}

  static List<String> expression(Expression expression) {
    var names = new LinkedHashSet<String>();
    ExpressionMap.apply(
        expression,
        part -> {
          if (part instanceof Column column) {
            names.add(column.name());
          }
          return part;
        });
    return List.copyOf(names);
  }
}
