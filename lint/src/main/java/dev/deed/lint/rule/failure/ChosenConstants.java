package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.ArrayOf;
import dev.deed.sql.expression.Expression.Between;
import dev.deed.sql.expression.Expression.Case;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.Expression.Quantified;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.expression.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Constants that have to be values of the type of the columns next to them: in `COALESCE`, `CASE`,
/// `BETWEEN` and the like. It is silent where anything but columns of one type and strings is next
/// to them.
final class ChosenConstants {

  private static final Set<String> CHOICES = Set.of("coalesce", "greatest", "least", "nullif");

  private ChosenConstants() {}

  /// What is wrong with this part of an expression itself, its own parts aside.
  ///
  /// @param types of columns, resolved; null for any that is not known
  static Optional<KeptConstants.Wrong> wrong(
      Expression part, Function<Column, @Nullable TypeName> types, Known known) {
    return switch (part) {
      case Special special when CHOICES.contains(special.word()) ->
          wrongOf(special.arguments(), types, known);
      case Between between ->
          wrongOf(List.of(between.operand(), between.low()), types, known)
              .or(() -> wrongOf(List.of(between.operand(), between.high()), types, known));
      case Case cases -> wrongIn(cases, types, known);
      case Quantified quantified when quantified.array() instanceof ArrayOf array ->
          wrongOf(quantified.left(), array.elements(), types, known);
      default -> Optional.empty();
    };
  }

  private static Optional<KeptConstants.Wrong> wrongIn(
      Case cases, Function<Column, @Nullable TypeName> types, Known known) {
    var operand = cases.operand();
    if (operand != null) {
      for (var branch : cases.branches()) {
        var found = wrongOf(List.of(operand, branch.condition()), types, known);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    var results = new ArrayList<Expression>();
    cases.branches().forEach(b -> results.add(b.result()));
    if (cases.otherwise() != null) {
      results.add(cases.otherwise());
    }
    return wrongOf(results, types, known);
  }

  /// Of expressions that get one type: that of the columns, if all others are strings and nulls.
  private static Optional<KeptConstants.Wrong> wrongOf(
      List<Expression> operands, Function<Column, @Nullable TypeName> types, Known known) {
    if (operands.stream().noneMatch(ChosenConstants::isString)) {
      return Optional.empty();
    }
    TypeName type = null;
    for (var operand : operands) {
      if (operand instanceof Column column) {
        var own = types.apply(column);
        if (own == null || (type != null && Types.differ(type, own))) {
          return Optional.empty();
        }
        type = own;
      } else if (!isString(operand) && !isNull(operand)) {
        return Optional.empty();
      }
    }
    var common = type;
    return common == null || known.catalog().hasAny(ObjectKind.OPERATOR)
        ? Optional.empty()
        : operands.stream()
            .filter(o -> isString(o) && Literals.isRefused(common, o, known))
            .findFirst()
            .map(o -> new KeptConstants.Wrong(((Constant) o).value(), common));
  }

  /// An array of strings alone is one of text, which PostgreSQL compares with texts only.
  private static Optional<KeptConstants.Wrong> wrongOf(
      Expression left,
      List<Expression> elements,
      Function<Column, @Nullable TypeName> types,
      Known known) {
    if (elements.isEmpty() || !elements.stream().allMatch(ChosenConstants::isString)) {
      return Optional.empty();
    }
    return wrongOf(Stream.concat(Stream.of(left), elements.stream()).toList(), types, known);
  }

  private static boolean isString(Expression operand) {
    return operand instanceof Constant constant && constant.kind() == ConstantKind.STRING;
  }

  private static boolean isNull(Expression operand) {
    return operand instanceof Constant constant && constant.kind() == ConstantKind.NULL;
  }
}
