package dev.deed.sql.expression;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
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
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes an expression as SQL. An operator inside another is put in parentheses, so that equal
/// trees have equal texts and precedence does not matter.
public final class ExpressionSql {

  /// Special constructs that are written as plain calls.
  private static final Set<String> CALLS =
      Set.of("coalesce", "greatest", "grouping", "least", "nullif", "xmlconcat");

  private final StringBuilder text = new StringBuilder();

  private final NestedWalk nesting;

  private ExpressionSql(NestedWalk nesting) {
    this.nesting = nesting;
  }

  public static String of(Expression expression) {
    return NestedWalk.walk(nesting -> {
      var sql = new ExpressionSql(nesting);
      sql.add(expression);
      return sql.text.toString();
    });
  }

  private void add(Expression expression) {
    nesting.enter();
    addHere(expression);
    nesting.leave();
  }

  private void addHere(Expression expression) {
    switch (expression) {
      case Constant e -> text.append(constant(e));
      case Parameter e -> text.append('$').append(e.number());
      case Column e -> path(e.path());
      case Call e -> call(e);
      case Special e -> special(e);
      case Cast e -> inner(e.value()).append("::").append(e.type().text());
      case Prefix e -> {
        text.append(operator(e.operator())).append(' ');
        inner(e.operand());
      }
      case Binary e -> binary(e);
      case And e -> separated(e.operands(), " AND ");
      case Or e -> separated(e.operands(), " OR ");
      case Not e -> {
        text.append("NOT ");
        inner(e.operand());
      }
      case Is e ->
          inner(e.operand())
              .append(not(" IS ", e.negated()))
              .append(e.test().toUpperCase(Locale.ROOT));
      case IsDistinct e -> {
        inner(e.left()).append(not(" IS ", e.negated())).append("DISTINCT FROM ");
        inner(e.right());
      }
      case Between e -> between(e);
      case In e -> {
        inner(e.operand()).append(before(e.negated())).append("IN (");
        commas(e.values()).append(')');
      }
      case InQuery e ->
          query(inner(e.operand()).append(before(e.negated())).append("IN "), e.query());
      case Like e -> like(e);
      case Quantified e -> {
        quantified(e.left(), e.operator(), e.all());
        text.append('(');
        add(e.array());
        text.append(')');
      }
      case QuantifiedQuery e -> query(quantified(e.left(), e.operator(), e.all()), e.query());
      case Case e -> cases(e);
      case ArrayOf e -> {
        text.append("ARRAY[");
        commas(e.elements()).append(']');
      }
      case ArrayQuery e -> query(text.append("ARRAY"), e.query());
      case Row e -> {
        text.append("ROW(");
        commas(e.fields()).append(')');
      }
      case Subquery e -> query(text, e.query());
      case Exists e -> query(text.append("EXISTS "), e.query());
      case Field e -> {
        text.append('(');
        add(e.value());
        text.append(").").append(quoted(e.name()));
      }
      case Subscript e -> subscript(e);
      case Collate e -> inner(e.value()).append(" COLLATE ").append(e.collation().quoted());
      case AtTimeZone e -> atTimeZone(e);
    }
  }

  /// An operand: in parentheses unless it is a single unit.
  private StringBuilder inner(Expression operand) {
    var single =
        switch (operand) {
          case Constant c -> !c.value().startsWith("-");
          case Parameter _,
              Column _,
              Call _,
              Special _,
              ArrayOf _,
              ArrayQuery _,
              Row _,
              Subquery _ ->
              true;
          case Case _, Field _, Subscript _ -> true;
          default -> false;
        };
    if (single) {
      add(operand);
    } else {
      text.append('(');
      add(operand);
      text.append(')');
    }
    return text;
  }

  static String constant(Constant constant) {
    return switch (constant.kind()) {
      case STRING -> string(constant.value());
      case NUMBER, BITS, BOOLEAN -> constant.value();
      case NULL -> "NULL";
    };
  }

  private static String string(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private void path(List<String> path) {
    for (var i = 0; i < path.size(); i++) {
      text.append(i == 0 ? "" : ".").append(quoted(path.get(i)));
    }
  }

  private static String quoted(String name) {
    return name.equals("*") ? name : Identifier.quoted(name);
  }

  private static String operator(QualifiedName operator) {
    return operator.schema() == null
        ? operator.name()
        : "OPERATOR(" + Identifier.quoted(operator.schema()) + "." + operator.name() + ")";
  }

  private void call(Call call) {
    text.append(call.function().quoted()).append('(');
    if (call.star()) {
      text.append('*');
    }
    for (var i = 0; i < call.arguments().size(); i++) {
      text.append(i == 0 ? "" : ", ");
      argument(call.arguments().get(i));
    }
    text.append(')');
    if (!call.trailer().isEmpty()) {
      text.append(' ');
      trailer(call);
    }
  }

  private void trailer(Call call) {
    var pieces = call.trailer().split(Call.PLACE, -1);
    text.append(pieces[0]);
    for (var i = 1; i < pieces.length; i++) {
      add(call.inTrailer().get(i - 1));
      text.append(pieces[i]);
    }
  }

  private void argument(Argument argument) {
    if (argument.variadic()) {
      text.append("VARIADIC ");
    }
    if (argument.name() != null) {
      text.append(Identifier.quoted(argument.name())).append(" => ");
    }
    add(argument.value());
  }

  private void special(Special special) {
    if (CALLS.contains(special.word())) {
      text.append(special.word().toUpperCase(Locale.ROOT)).append('(');
      commas(special.arguments()).append(')');
    } else {
      text.append(special.canonical());
    }
  }

  /// A long chain is deep on its left.
  private void binary(Binary outermost) {
    var links = new ArrayDeque<Binary>();
    Expression left = outermost;
    while (left instanceof Binary link) {
      links.push(link);
      left = link.left();
    }
    text.append("(".repeat(links.size() - 1));
    inner(left);
    var open = links.size() - 1;
    for (var link : links) {
      text.append(' ').append(operator(link.operator())).append(' ');
      inner(link.right());
      text.append(open-- > 0 ? ")" : "");
    }
  }

  private void separated(List<Expression> operands, String separator) {
    for (var i = 0; i < operands.size(); i++) {
      text.append(i == 0 ? "" : separator);
      inner(operands.get(i));
    }
  }

  private StringBuilder commas(List<Expression> list) {
    for (var i = 0; i < list.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      add(list.get(i));
    }
    return text;
  }

  private static String not(String words, boolean negated) {
    return negated ? words + "NOT " : words;
  }

  private static String before(boolean negated) {
    return negated ? " NOT " : " ";
  }

  private void between(Between between) {
    inner(between.operand()).append(before(between.negated())).append("BETWEEN ");
    text.append(between.symmetric() ? "SYMMETRIC " : "");
    inner(between.low()).append(" AND ");
    inner(between.high());
  }

  private void like(Like like) {
    inner(like.operand()).append(before(like.negated()));
    text.append(like.operator().toUpperCase(Locale.ROOT)).append(' ');
    inner(like.pattern());
    if (like.escape() != null) {
      text.append(" ESCAPE ");
      inner(like.escape());
    }
  }

  private StringBuilder quantified(Expression left, QualifiedName operator, boolean all) {
    return inner(left).append(' ').append(operator(operator)).append(all ? " ALL " : " ANY ");
  }

  private static void query(StringBuilder text, Query query) {
    text.append('(').append(query.canonical()).append(')');
  }

  private void cases(Case expression) {
    text.append("CASE");
    if (expression.operand() != null) {
      text.append(' ');
      inner(expression.operand());
    }
    for (var branch : expression.branches()) {
      text.append(" WHEN ");
      inner(branch.condition()).append(" THEN ");
      inner(branch.result());
    }
    if (expression.otherwise() != null) {
      text.append(" ELSE ");
      inner(expression.otherwise());
    }
    text.append(" END");
  }

  private void subscript(Subscript subscript) {
    text.append('(');
    add(subscript.value());
    text.append(")[");
    optional(subscript.from());
    text.append(subscript.slice() ? ":" : "");
    optional(subscript.to());
    text.append(']');
  }

  private void optional(@Nullable Expression expression) {
    if (expression != null) {
      add(expression);
    }
  }

  private void atTimeZone(AtTimeZone expression) {
    inner(expression.value());
    if (expression.zone() == null) {
      text.append(" AT LOCAL");
    } else {
      text.append(" AT TIME ZONE ");
      inner(expression.zone());
    }
  }
}
