package dev.deed.sql.expression;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.Expression.Argument;
import dev.deed.sql.expression.Expression.Binary;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An operator between numbers of two types. PostgreSQL casts the smaller one and prints the cast:
/// `price * (quantity)::numeric`. Where the operands decide by themselves in which type is
/// computed, no cast is needed; otherwise both have it.
final class NumericOperation {

  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
  private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=");
  private static final BigInteger INTEGERS = BigInteger.ONE.shiftLeft(31);
  private static final BigInteger BIGINTS = BigInteger.ONE.shiftLeft(63);

  private final Function<Expression, @Nullable TypeName> types;

  /// @param types returns the type of an expression, null if unknown
  NumericOperation(Function<Expression, @Nullable TypeName> types) {
    this.types = types;
  }

  /// The type of the result of an operator, null if it is not arithmetic with numbers.
  static @Nullable TypeName result(
      QualifiedName operator, @Nullable TypeName left, @Nullable TypeName right) {
    return operator.schema() == null && ARITHMETIC.contains(operator.name())
        ? common(left, right)
        : null;
  }

  static TypeName typeOf(Constant number) {
    var digits = decimal(number.value());
    if (digits.matches("-?[0-9]+")) {
      var value = new BigInteger(digits).abs();
      if (value.compareTo(INTEGERS) < 0) {
        return TypeName.of("integer");
      }
      return TypeName.of(value.compareTo(BIGINTS) < 0 ? "bigint" : "numeric");
    }
    return TypeName.of("numeric");
  }

  /// `0xff` is 255, and `1_000` is 1000.
  static String decimal(String number) {
    var digits = number.replace("_", "");
    var radix =
        digits.length() < 3 || digits.charAt(0) != '0'
            ? 10
            : switch (digits.charAt(1)) {
              case 'x', 'X' -> 16;
              case 'o', 'O' -> 8;
              case 'b', 'B' -> 2;
              default -> 10;
            };
    return radix == 10 ? digits : new BigInteger(digits.substring(2), radix).toString();
  }

  /// A number's cast to another type that has its value: not `1.5::integer`.
  static boolean isCastNumber(Expression expression) {
    return expression instanceof Cast(Constant(var kind, var value), var type)
        && kind == ConstantKind.NUMBER
        && type.modifiers().isEmpty()
        && rank(type) >= rank(typeOf(new Constant(kind, value)));
  }

  /// The operator in the one form that all its spellings have.
  Binary normal(Binary binary) {
    var operator = binary.operator();
    var name = operator.name();
    if (operator.schema() != null || !(ARITHMETIC.contains(name) || COMPARISONS.contains(name))) {
      return binary;
    }
    var type = common(types.apply(binary.left()), types.apply(binary.right()));
    if (type == null || rank(type) < 3) {
      return binary;
    }
    var left = core(binary.left(), type);
    var right = core(binary.right(), type);
    return type.equals(common(types.apply(left), types.apply(right)))
        ? new Binary(operator, left, right)
        : new Binary(operator, cast(left, type), cast(right, type));
  }

  private Expression core(Expression operand, TypeName type) {
    if (operand instanceof Cast(var value, var to) && to.equals(type)) {
      var inner = types.apply(value);
      return inner != null && rank(inner) > 0 && rank(inner) < rank(type) && !isReal(inner)
          ? value
          : operand;
    }
    return operand;
  }

  /// As a call: of a constant, a cast to a number is lost.
  private Expression cast(Expression operand, TypeName type) {
    if (operand instanceof Cast(var _, var to) && to.equals(type)) {
      return operand;
    }
    return operand instanceof Constant
        ? new Call(type.name(), List.of(new Argument(null, operand, false)), false, "")
        : new Cast(operand, type);
  }

  /// The type in which PostgreSQL computes.
  private static @Nullable TypeName common(@Nullable TypeName left, @Nullable TypeName right) {
    if (left == null || right == null || rank(left) == 0 || rank(right) == 0) {
      return null;
    }
    if (isReal(left) || isReal(right)) {
      return left.equals(right) ? left : TypeName.of("double precision");
    }
    return rank(left) >= rank(right) ? left : right;
  }

  /// Whether a whole number is computed with as `double precision` only by a cast.
  boolean real(Expression value) {
    var type = types.apply(value);
    return type != null && (rank(type) == 1 || rank(type) == 2);
  }

  private static boolean isReal(TypeName type) {
    return type.isBuiltIn("real");
  }

  /// 0 if the type is not a number; whole numbers have operators of their own for mixed sizes.
  private static int rank(TypeName type) {
    if (type.name().schema() != null || type.arrayDimensions() > 0) {
      return 0;
    }
    return switch (type.name().name()) {
      case "smallint", "integer" -> 1;
      case "bigint" -> 2;
      case "numeric" -> 3;
      case "real", "double precision" -> 4;
      default -> 0;
    };
  }
}
