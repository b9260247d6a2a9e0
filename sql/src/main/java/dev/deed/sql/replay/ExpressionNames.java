package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.schema.RelationLiteral;
import java.util.LinkedHashSet;
import java.util.Set;

/// The names in a resolved expression: columns by their last part, everything else qualified;
/// built-in functions and types are left out.
record ExpressionNames(
    Set<String> columns,
    Set<QualifiedName> functions,
    Set<QualifiedName> types,
    Set<QualifiedName> relations) {

  static ExpressionNames in(Expression expression) {
    var names =
        new ExpressionNames(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
    ExpressionMap.apply(
        expression,
        e -> {
          names.add(e);
          return e;
        });
    return names;
  }

  private void add(Expression expression) {
    switch (expression) {
      case Column column -> columns.add(column.name());
      case Call call when call.function().schema() != null -> functions.add(call.function());
      case Cast(Constant constant, var type) when type.isBuiltIn("regclass") ->
          relations.add(RelationLiteral.parse(constant.value()));
      case Cast cast when cast.type().name().schema() != null -> types.add(cast.type().name());
      default -> {}
    }
  }
}
