package dev.deed.lint.rule.failure;

import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.expression.ExpressionText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The columns that an expression about one relation names. Those in sub-selects are left out.
final class Columns {

  private Columns() {}

  /// @param qualifiers names that mean the relation: its own, `new` and `old` in a trigger
  static Set<String> in(@Nullable ExpressionText expression, String... qualifiers) {
    return expression == null ? Set.of() : in(expression.tree(), List.of(qualifiers));
  }

  static Set<String> in(Expression expression, List<String> qualifiers) {
    var names = new LinkedHashSet<String>();
    ExpressionMap.apply(
        expression,
        e -> {
          if (e instanceof Expression.Column column) {
            add(column.path(), qualifiers, names);
          }
          return e;
        });
    return names;
  }

  private static void add(List<String> path, List<String> qualifiers, Set<String> names) {
    var last = path.getLast();
    var isOwn = path.size() == 1 || (path.size() == 2 && qualifiers.contains(path.getFirst()));
    if (isOwn && !last.equals("*") && !(path.size() == 1 && qualifiers.contains(last))) {
      names.add(last);
    }
  }
}
