package dev.deed.expand;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.ArrayOf;
import dev.deed.sql.expression.Expression.Binary;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.Expression.In;
import dev.deed.sql.expression.Expression.Is;
import dev.deed.sql.expression.Expression.IsDistinct;
import dev.deed.sql.expression.Expression.Quantified;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// What an expression over a column becomes when the column gets a type of another kind: words are
/// not compared by `status < 3`. It is computed with the value that the column had.
///
/// @param column the column's name in the expression
/// @param value in the old type, over the same name
/// @param type the new one
/// @param labels of the new type where it is an enum
/// @param inIndexes whether the value is the same in each session, so that an index can have it
record OldValue(
    String column, Expression value, TypeName type, List<String> labels, boolean inIndexes) {

  OldValue {
    labels = List.copyOf(labels);
  }

  private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "name");

  private static final Set<String> TIMES =
      Set.of("date", "timestamp without time zone", "timestamp with time zone");

  /// Operators, and most functions, are those of all types of one kind.
  private static final List<Set<String>> KINDS =
      List.of(
          Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
          Set.of("bit", "bit varying"),
          Set.of("json", "jsonb"),
          Set.of("inet", "cidr"),
          TEXTS,
          TIMES);

  /// Their texts are as a session's settings have them.
  private static final Set<String> BY_SETTINGS =
      Set.of("interval", "money", "time with time zone", "time without time zone");

  /// Empty where the expressions fit the new type as they are, or nothing is known of the types.
  ///
  /// @param back the old value over the column's name
  static Optional<OldValue> of(
      Schema schema,
      String column,
      TypeName old,
      TypeName added,
      Expression back,
      List<String> labels) {
    var from = Uncut.base(schema, old);
    var to = Uncut.base(schema, added);
    var known =
        schema.find(ObjectName.of(ObjectKind.TYPE, to.name())).orElse(null) instanceof EnumType type
            ? type.labels()
            : labels;
    var isEnum = !known.isEmpty();
    if (from.name().schema() != null
        || (to.name().schema() != null && !isEnum)
        || kind(from).equals(kind(to))) {
      return Optional.empty();
    }
    var isOfKind = back instanceof Cast(_, var type) && kind(type).equals(kind(from));
    return Optional.of(
        new OldValue(
            column,
            isOfKind ? back : new Cast(back, Uncut.of(schema, old)),
            added,
            known,
            !isEnum && Stream.of(from, to).noneMatch(OldValue::isBySettings)));
  }

  private static Set<String> kind(TypeName type) {
    return type.arrayDimensions() > 0 || type.name().schema() != null
        ? Set.of(type.text())
        : KINDS.stream()
            .filter(kind -> kind.contains(type.name().name()))
            .findFirst()
            .orElse(Set.of(type.text()));
  }

  /// Whether an assignment converts any value, without a cast.
  static boolean isAssignable(Schema schema, TypeName from, TypeName to) {
    var assigned = Uncut.base(schema, to);
    return kind(Uncut.base(schema, from)).equals(kind(assigned)) || kind(assigned).equals(TEXTS);
  }

  private static boolean isBySettings(TypeName type) {
    return TIMES.contains(type.name().name()) || BY_SETTINGS.contains(type.name().name());
  }

  /// Whether the old value is computed for the expression.
  boolean isNeeded(ExpressionText expression) {
    return isNeeded(expression.tree());
  }

  boolean isNeeded(Expression expression) {
    var tree = withoutNullTests(expression, column + " ");
    return !isOfLabels(tree) && Expressions.any(tree, this::isColumn);
  }

  /// The same over a column that the expressions name otherwise.
  OldValue over(String other) {
    return new OldValue(other, Expressions.renamed(value, column, other), type, labels, inIndexes);
  }

  /// The expression over the new column.
  ///
  /// @param name of the new column
  ExpressionText in(ExpressionText expression, String name) {
    var tree = in(expression.tree(), name);
    var text = Expressions.sql(tree);
    return new ExpressionText(tree, text, text, expression.span());
  }

  Expression in(Expression expression, String name) {
    var known = withoutNullTests(expression, name);
    return isOfLabels(known)
        ? Expressions.withColumn(labelled(known), column, Conversion.column(name))
        : Expressions.withColumn(known, column, Expressions.renamed(value, column, name));
  }

  /// Whether a value is there, the new column knows.
  private Expression withoutNullTests(Expression tree, String name) {
    return ExpressionMap.apply(
        tree,
        e ->
            e instanceof Is(var operand, var test, _) && test.equals("null") && isColumn(operand)
                ? Expressions.renamed(e, column, name)
                : e);
  }

  private boolean isColumn(Expression expression) {
    return expression instanceof Column named && named.name().equals(column);
  }

  // An enum's labels

  /// Texts as labels, where the column is compared with them: other columns may be, too.
  private Expression labelled(Expression tree) {
    return ExpressionMap.apply(tree, e -> isOfColumn(e) ? withLabels(e) : e);
  }

  private boolean isOfColumn(Expression expression) {
    return switch (expression) {
      case Binary(_, var left, var right) -> isColumn(bare(left)) || isColumn(bare(right));
      case IsDistinct(var left, var right, _) -> isColumn(bare(left)) || isColumn(bare(right));
      case In(var operand, _, _) -> isColumn(bare(operand));
      case Quantified(var left, _, _, _) -> isColumn(bare(left));
      default -> false;
    };
  }

  private static Expression bare(Expression expression) {
    return expression instanceof Cast(var value, var to) && isText(to) ? value : expression;
  }

  private Expression withLabels(Expression comparison) {
    return ExpressionMap.apply(
        comparison,
        e ->
            switch (e) {
              case Cast(var value, var to) when isText(to) && isColumn(value) -> value;
              case Cast(var value, var to) when isText(to) && isLabel(value) -> typed(value);
              case Cast(ArrayOf list, var to) when isTexts(to) && areLabels(list.elements()) ->
                  list;
              case ArrayOf(var elements) when areLabels(elements) ->
                  new ArrayOf(elements.stream().map(this::typed).toList());
              default -> e;
            });
  }

  private Expression typed(Expression label) {
    return label instanceof Constant ? new Cast(label, type) : label;
  }

  /// Whether the column is only compared with labels for equality.
  private boolean isOfLabels(Expression tree) {
    if (labels.isEmpty()) {
      return false;
    }
    var all = new AtomicInteger();
    var compared = new AtomicInteger();
    ExpressionMap.apply(
        labelled(tree),
        e -> {
          if (isColumn(e)) {
            all.incrementAndGet();
          } else if (isComparison(e)) {
            compared.incrementAndGet();
          }
          return e;
        });
    return all.get() == compared.get();
  }

  private boolean isComparison(Expression expression) {
    return switch (expression) {
      case Binary(var operator, var left, var right) ->
          isEquality(operator.name())
              && ((isColumn(left) && isLabel(right)) || (isLabel(left) && isColumn(right)));
      case IsDistinct(var left, var right, _) -> isColumn(left) && isLabel(right);
      case In(var operand, var values, _) -> isColumn(operand) && areLabels(values);
      case Quantified(var left, var operator, _, ArrayOf(var elements)) ->
          isEquality(operator.name()) && isColumn(left) && areLabels(elements);
      default -> false;
    };
  }

  private static boolean isEquality(String operator) {
    return operator.equals("=") || operator.equals("<>");
  }

  private boolean isLabel(Expression expression) {
    return switch (expression) {
      case Constant(var kind, var text) -> kind == ConstantKind.STRING && labels.contains(text);
      case Cast(Constant value, var to) -> to.equals(type) && isLabel(value);
      default -> false;
    };
  }

  private boolean areLabels(List<Expression> expressions) {
    return expressions.stream().allMatch(this::isLabel);
  }

  private static boolean isText(TypeName type) {
    return type.arrayDimensions() == 0 && isTexts(type);
  }

  /// Of an array, too.
  private static boolean isTexts(TypeName type) {
    return type.name().schema() == null && TEXTS.contains(type.name().name());
  }
}
