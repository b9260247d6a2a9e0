package dev.deed.expand;

import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.IsDistinct;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Trigger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Policies and triggers over the column that takes another one's place.
///
/// @param column as they name it
/// @param name of the column in its place: the same where the two exchange their names
/// @param before what computes with the old type goes on with it; null where the types are of one
///   kind
record Successor(String column, String name, @Nullable OldValue before) {

  /// The rows of a trigger's condition.
  private static final List<String> ROWS = List.of("old", "new");

  /// The part over the other column; empty where it names the column in a text of its own.
  Optional<RelationPart> of(RelationPart part) {
    return switch (part) {
      case Policy policy when isTree(policy.using()) && isTree(policy.check()) ->
          Optional.of(
              new Policy(
                  policy.name(),
                  policy.permissive(),
                  policy.command(),
                  policy.roles(),
                  over(policy.using()),
                  over(policy.check()),
                  policy.uses(),
                  policy.attributes()));
      case Trigger trigger when isTree(trigger.fires().when()) -> Optional.of(over(trigger));
      default -> Optional.empty();
    };
  }

  private Trigger over(Trigger trigger) {
    var fires =
        trigger
            .fires()
            .copy()
            .columns(
                trigger.fires().columns().stream().map(c -> c.equals(column) ? name : c).toList())
            .when(inRows(trigger.fires().when()))
            .definition();
    return new Trigger(
        trigger.name(),
        fires,
        trigger.function(),
        trigger.arguments(),
        trigger.enabled(),
        trigger.inherited(),
        trigger.attributes());
  }

  private boolean isTree(@Nullable ExpressionText expression) {
    return expression == null
        || !Expressions.hasQuery(expression.tree())
        || !Expressions.namesInQuery(expression.tree(), column);
  }

  private @Nullable ExpressionText over(@Nullable ExpressionText expression) {
    return expression == null || !Expressions.names(expression, column)
        ? expression
        : text(of(expression.tree()), expression);
  }

  /// Whether another type of the column makes another expression of it, or a type that the user
  /// made comes in.
  boolean converts(Expression tree) {
    return before != null
        && Expressions.any(tree, e -> e instanceof Column named && named.name().equals(column))
        && (!before.labels().isEmpty() || before.isNeeded(tree));
  }

  /// An expression over the table's columns.
  Expression of(Expression tree) {
    if (before == null) {
      return renamed(tree, column, List.of(name));
    }
    // Both columns may have one name, and not all of the expression needs the old value.
    return renamed(before.in(tree, kept(column)), kept(column), List.of(name));
  }

  /// Each row's column has a name of its own meanwhile. Whether it changed, the new one knows.
  private @Nullable ExpressionText inRows(@Nullable ExpressionText expression) {
    if (expression == null || !Expressions.names(expression, column)) {
      return expression;
    }
    var changed = text(ExpressionMap.apply(expression.tree(), this::compared), expression);
    for (var row : ROWS) {
      var apart = row + "." + column;
      var own = new Column(List.of(row, column));
      var marked =
          text(
              ExpressionMap.apply(
                  changed.tree(), e -> e.equals(own) ? new Column(List.of(apart)) : e),
              changed);
      var over = before == null ? marked : before.over(apart).in(marked, apart);
      var tree = renamed(over.tree(), apart, List.of(row, name));
      changed = text(renamed(tree, kept(row), List.of(row, name)), over);
    }
    return changed;
  }

  private Expression compared(Expression expression) {
    return expression instanceof IsDistinct(Column left, Column right, var negated)
            && isOfRow(left)
            && isOfRow(right)
        ? new IsDistinct(inPlace(left), inPlace(right), negated)
        : expression;
  }

  private boolean isOfRow(Column operand) {
    return operand.path().size() == 2
        && operand.name().equals(column)
        && ROWS.contains(operand.path().getFirst());
  }

  private static Column inPlace(Column operand) {
    return new Column(List.of(kept(operand.path().getFirst())));
  }

  private static String kept(String name) {
    return name + ".";
  }

  private static Expression renamed(Expression tree, String from, List<String> to) {
    return Expressions.withColumn(tree, from, new Column(to));
  }

  private static ExpressionText text(Expression tree, ExpressionText like) {
    var text = Expressions.sql(tree);
    return new ExpressionText(tree, text, text, like.span());
  }
}
