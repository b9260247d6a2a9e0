package dev.deed.expand;

import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Case;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.expression.ExpressionSql;
import dev.deed.sql.expression.ExpressionText;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What can be said of an expression, and made of it.
final class Expressions {

  /// Their value is the same for all rows of a transaction.
  private static final Set<String> STABLE_WORDS =
      Set.of(
          "current_timestamp",
          "current_date",
          "current_user",
          "session_user",
          "user",
          "current_role",
          "localtimestamp",
          "current_schema",
          "current_catalog");

  private static final Set<String> STABLE_CALLS =
      Set.of("now", "transaction_timestamp", "lower", "upper", "date_trunc", "timezone", "concat");

  private Expressions() {}

  static String sql(Expression expression) {
    return ExpressionSql.of(expression);
  }

  /// Every column by its name, as another expression.
  static Expression withColumns(Expression expression, Function<String, Expression> columns) {
    return ExpressionMap.apply(
        expression, e -> e instanceof Column column ? columns.apply(column.name()) : e);
  }

  /// One column as another expression; the others stay as they are written.
  static Expression withColumn(Expression expression, String column, Expression instead) {
    return ExpressionMap.apply(
        expression, e -> e instanceof Column named && named.name().equals(column) ? instead : e);
  }

  /// With a column under another name.
  static Expression renamed(Expression expression, String from, String to) {
    return withColumns(expression, name -> new Column(List.of(name.equals(from) ? to : name)));
  }

  /// As text to be run.
  static ExpressionText renamed(ExpressionText expression, String from, String to) {
    var tree = renamed(expression.tree(), from, to);
    var text = sql(tree);
    return new ExpressionText(tree, text, text, expression.span());
  }

  /// Whether the expression names the column. Of a part that is known by its text only, every word
  /// counts.
  static boolean names(@Nullable ExpressionText expression, String column) {
    return expression != null
        && any(
            expression.tree(),
            e ->
                switch (e) {
                  case Column named -> named.name().equals(column);
                  case Special special -> isWord(column, special.canonical());
                  case Expression.Subquery query -> isWord(column, query.query().canonical());
                  case Expression.Exists query -> isWord(column, query.query().canonical());
                  case Expression.InQuery query -> isWord(column, query.query().canonical());
                  case Expression.ArrayQuery query -> isWord(column, query.query().canonical());
                  default -> false;
                });
  }

  /// Whether a query in the expression has the word.
  static boolean namesInQuery(Expression expression, String column) {
    return any(
        expression,
        e ->
            switch (e) {
              case Expression.Subquery query -> isWord(column, query.query().canonical());
              case Expression.Exists query -> isWord(column, query.query().canonical());
              case Expression.InQuery query -> isWord(column, query.query().canonical());
              case Expression.ArrayQuery query -> isWord(column, query.query().canonical());
              case Expression.QuantifiedQuery query -> isWord(column, query.query().canonical());
              default -> false;
            });
  }

  static boolean isWord(String word, String text) {
    // Where a name has quotes, the text has them twice.
    var doubled = Pattern.quote(word.replace("\"", "\"\""));
    return Pattern.compile(
            "(?<![\\w$])\"?(?:" + Pattern.quote(word) + "|" + doubled + ")\"?(?![\\w$])",
            Pattern.UNICODE_CHARACTER_CLASS)
        .matcher(text)
        .find();
  }

  static boolean hasQuery(Expression expression) {
    return any(
        expression,
        e ->
            e instanceof Expression.Subquery
                || e instanceof Expression.Exists
                || e instanceof Expression.InQuery
                || e instanceof Expression.ArrayQuery
                || e instanceof Expression.QuantifiedQuery);
  }

  static boolean any(Expression expression, Predicate<Expression> condition) {
    var found = new AtomicBoolean();
    ExpressionMap.apply(
        expression,
        e -> {
          if (condition.test(e)) {
            found.set(true);
          }
          return e;
        });
    return found.get();
  }

  /// Whether the value is the same each time within one transaction, so that it can be compared
  /// with a row's.
  static boolean isRepeatable(Expression expression) {
    return !any(
        expression,
        e ->
            switch (e) {
              case Call call ->
                  call.function().schema() != null
                      || !STABLE_CALLS.contains(call.function().name());
              case Special special -> !STABLE_WORDS.contains(special.word());
              case Expression.Subquery _, Expression.Exists _ -> true;
              default -> false;
            });
  }

  /// With what is known of constants computed: `CASE 0 WHEN 0 THEN 'new' ... END` is `'new'`.
  static Expression folded(Expression expression) {
    return ExpressionMap.apply(expression, Expressions::fold);
  }

  private static Expression fold(Expression expression) {
    return switch (expression) {
      case Case choice -> fold(choice);
      case Cast(Constant constant, var type)
          when constant.kind() == ConstantKind.STRING
              && type.arrayDimensions() == 0
              && type.modifiers().isEmpty()
              && (type.isBuiltIn("text") || type.isBuiltIn("character varying")) ->
          constant;
      case Cast(Constant constant, var type)
          when constant.kind() == ConstantKind.NUMBER
              && constant.value().matches("[0-9]+")
              && type.arrayDimensions() == 0
              && type.isBuiltIn("text") ->
          new Constant(ConstantKind.STRING, constant.value());
      case Cast(Constant constant, var type)
          when constant.kind() == ConstantKind.NUMBER
              && constant.value().matches("[0-9]+")
              && (type.isBuiltIn("integer")
                  || type.isBuiltIn("bigint")
                  || type.isBuiltIn("smallint")) ->
          constant;
      default -> expression;
    };
  }

  private static Expression fold(Case choice) {
    for (var branch : choice.branches()) {
      var matches = matches(choice.operand(), branch.condition());
      if (matches == null) {
        return choice;
      }
      if (matches) {
        return branch.result();
      }
    }
    var otherwise = choice.otherwise();
    return otherwise == null ? new Constant(ConstantKind.NULL, "") : otherwise;
  }

  private static @Nullable Boolean matches(@Nullable Expression operand, Expression condition) {
    if (operand == null) {
      return condition instanceof Constant constant ? truth(constant) : null;
    }
    return (bare(operand) instanceof Constant a && bare(condition) instanceof Constant b)
        ? equal(a, b)
        : null;
  }

  private static Expression bare(Expression expression) {
    return expression instanceof Cast(var value, _) ? bare(value) : expression;
  }

  private static @Nullable Boolean truth(Constant constant) {
    return switch (constant.kind()) {
      case BOOLEAN -> constant.value().equalsIgnoreCase("true");
      case NULL -> false;
      default -> null;
    };
  }

  private static @Nullable Boolean equal(Constant a, Constant b) {
    if (a.kind() == ConstantKind.NULL || b.kind() == ConstantKind.NULL) {
      return false;
    }
    return a.kind() == b.kind() ? a.value().equals(b.value()) : null;
  }
}
