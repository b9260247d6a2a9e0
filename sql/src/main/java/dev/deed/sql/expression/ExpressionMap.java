package dev.deed.sql.expression;

import dev.deed.sql.expression.Expression.And;
import dev.deed.sql.expression.Expression.Argument;
import dev.deed.sql.expression.Expression.ArrayOf;
import dev.deed.sql.expression.Expression.ArrayQuery;
import dev.deed.sql.expression.Expression.AtTimeZone;
import dev.deed.sql.expression.Expression.Between;
import dev.deed.sql.expression.Expression.Binary;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Case;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Collate;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.Exists;
import dev.deed.sql.expression.Expression.Field;
import dev.deed.sql.expression.Expression.In;
import dev.deed.sql.expression.Expression.InQuery;
import dev.deed.sql.expression.Expression.Is;
import dev.deed.sql.expression.Expression.IsDistinct;
import dev.deed.sql.expression.Expression.Like;
import dev.deed.sql.expression.Expression.Not;
import dev.deed.sql.expression.Expression.Or;
import dev.deed.sql.expression.Expression.Parameter;
import dev.deed.sql.expression.Expression.Prefix;
import dev.deed.sql.expression.Expression.Quantified;
import dev.deed.sql.expression.Expression.QuantifiedQuery;
import dev.deed.sql.expression.Expression.Row;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.expression.Expression.Subquery;
import dev.deed.sql.expression.Expression.Subscript;
import dev.deed.sql.expression.Expression.When;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Changes an expression from its leaves up.
public final class ExpressionMap {

  private final UnaryOperator<Expression> change;

  private final NestedWalk nesting;

  private ExpressionMap(UnaryOperator<Expression> change, NestedWalk nesting) {
    this.change = change;
    this.nesting = nesting;
  }

  /// @param change is called with every part, whose own parts are already changed; a part may be
  ///   passed twice
  public static Expression apply(Expression expression, UnaryOperator<Expression> change) {
    return NestedWalk.walk(nesting -> new ExpressionMap(change, nesting).map(expression));
  }

  private Expression map(Expression expression) {
    nesting.enter();
    var mapped =
        expression instanceof Binary chain ? chain(chain) : change.apply(parts(expression));
    nesting.leave();
    return mapped;
  }

  /// `a || b || c ...` is as deep on its left as it is long: use a loop, not recursion.
  private Expression chain(Binary outermost) {
    var links = new ArrayDeque<Binary>();
    Expression left = outermost;
    while (left instanceof Binary link) {
      links.push(link);
      left = link.left();
    }
    var mapped = map(left);
    for (var link : links) {
      mapped = change.apply(new Binary(link.operator(), mapped, map(link.right())));
    }
    return mapped;
  }

  private Expression parts(Expression expression) {
    return switch (expression) {
      case Constant _, Parameter _, Column _, ArrayQuery _, Subquery _, Exists _ -> expression;
      case Call e ->
          new Call(
              e.function(), arguments(e.arguments()), e.star(), e.trailer(), list(e.inTrailer()));
      case Special e -> new Special(e.word(), list(e.arguments()), e.canonical());
      case Cast e -> new Cast(map(e.value()), e.type());
      case Prefix e -> new Prefix(e.operator(), map(e.operand()));
      case Binary e -> new Binary(e.operator(), map(e.left()), map(e.right()));
      case And e -> new And(list(e.operands()));
      case Or e -> new Or(list(e.operands()));
      case Not e -> new Not(map(e.operand()));
      case Is e -> new Is(map(e.operand()), e.test(), e.negated());
      case IsDistinct e -> new IsDistinct(map(e.left()), map(e.right()), e.negated());
      case Between e ->
          new Between(map(e.operand()), map(e.low()), map(e.high()), e.symmetric(), e.negated());
      case In e -> new In(map(e.operand()), list(e.values()), e.negated());
      case InQuery e -> new InQuery(map(e.operand()), e.query(), e.negated());
      case Like e ->
          new Like(
              e.operator(), map(e.operand()), map(e.pattern()), optional(e.escape()), e.negated());
      case Quantified e -> new Quantified(map(e.left()), e.operator(), e.all(), map(e.array()));
      case QuantifiedQuery e ->
          new QuantifiedQuery(map(e.left()), e.operator(), e.all(), e.query());
      case Case e -> new Case(optional(e.operand()), whens(e.branches()), optional(e.otherwise()));
      case ArrayOf e -> new ArrayOf(list(e.elements()));
      case Row e -> new Row(list(e.fields()));
      case Field e -> new Field(map(e.value()), e.name());
      case Subscript e ->
          new Subscript(map(e.value()), optional(e.from()), optional(e.to()), e.slice());
      case Collate e -> new Collate(map(e.value()), e.collation());
      case AtTimeZone e -> new AtTimeZone(map(e.value()), optional(e.zone()));
    };
  }

  private @Nullable Expression optional(@Nullable Expression expression) {
    return expression == null ? null : map(expression);
  }

  private List<Expression> list(List<Expression> expressions) {
    var mapped = new ArrayList<Expression>(expressions.size());
    expressions.forEach(e -> mapped.add(map(e)));
    return mapped;
  }

  private List<Argument> arguments(List<Argument> arguments) {
    var mapped = new ArrayList<Argument>(arguments.size());
    arguments.forEach(a -> mapped.add(new Argument(a.name(), map(a.value()), a.variadic())));
    return mapped;
  }

  private List<When> whens(List<When> branches) {
    var mapped = new ArrayList<When>(branches.size());
    branches.forEach(b -> mapped.add(new When(map(b.condition()), map(b.result()))));
    return mapped;
  }
}
