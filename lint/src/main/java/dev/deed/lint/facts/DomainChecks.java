package dev.deed.lint.facts;

import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.expression.ExpressionSql;
import dev.deed.sql.schema.DataType.DomainType;
import java.util.List;
import java.util.stream.Collectors;

/// The checks of a domain, rewritten as conditions on a column.
public final class DomainChecks {

  private DomainChecks() {}

  /// All checks of the domain in one condition, as SQL; `VALUE` becomes the column.
  public static String on(DomainType domain, String column) {
    return domain.checks().stream()
        .map(check -> ExpressionSql.of(on(check.condition().tree(), column)))
        .collect(Collectors.joining(") AND (", "(", ")"));
  }

  public static Expression on(Expression condition, String column) {
    return ExpressionMap.apply(
        condition,
        part ->
            part instanceof Column(var path) && path.equals(List.of("value"))
                ? new Column(List.of(column))
                : part);
  }
}
