package dev.deed.lint.facts;

import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.ExpressionMap;
import java.util.LinkedHashSet;
import java.util.List;

/// The columns that an expression names.
public final class ColumnsOf {

  private ColumnsOf() {}

  public static List<String> expression(Expression expression) {
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
