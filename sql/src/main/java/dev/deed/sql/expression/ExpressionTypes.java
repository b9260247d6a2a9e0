package dev.deed.sql.expression;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.Expression.Binary;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Case;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.Expression.Prefix;
import dev.deed.sql.expression.Expression.Special;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The types of expressions, as far as the columns in them and PostgreSQL's own functions reveal
/// them. Lengths and precisions are left out.
final class ExpressionTypes {

  private static final TypeName TEXT = TypeName.of("text");
  private static final TypeName ZONED = TypeName.of("timestamp with time zone");
  private static final TypeName INTEGER = TypeName.of("integer");
  private static final TypeName BIGINT = TypeName.of("bigint");
  private static final TypeName NUMERIC = TypeName.of("numeric");
  private static final TypeName DOUBLE = TypeName.of("double precision");
  private static final Set<String> OF_JSON = Set.of("->>", "#>>");
  private static final QualifiedName JOIN = QualifiedName.of("||");
  private static final Set<String> TEXTS =
      Set.of("text", "character varying", "character", "bpchar");
  private static final Set<String> CHOICES = Set.of("coalesce", "greatest", "least", "nullif");
  private static final Set<String> TEXT_FUNCTIONS =
      Set.of(
          "array_to_string",
          "btrim",
          "chr",
          "concat",
          "concat_ws",
          "current_setting",
          "encode",
          "format",
          "initcap",
          "json_extract_path_text",
          "json_typeof",
          "jsonb_extract_path_text",
          "jsonb_typeof",
          "left",
          "lower",
          "lpad",
          "ltrim",
          "md5",
          "quote_ident",
          "quote_literal",
          "regexp_substr",
          "regexp_replace",
          "repeat",
          "replace",
          "reverse",
          "right",
          "rpad",
          "rtrim",
          "split_part",
          "string_agg",
          "substr",
          "to_hex",
          "to_char",
          "translate",
          "trim",
          "upper");

  private final Map<Binary, Optional<TypeName>> operations = new IdentityHashMap<>();
  private final Function<Column, @Nullable TypeName> columns;

  ExpressionTypes(Function<Column, @Nullable TypeName> columns) {
    this.columns = columns;
  }

  static boolean isText(@Nullable TypeName type) {
    return type != null
        && type.modifiers().isEmpty()
        && type.name().schema() == null
        && TEXTS.contains(type.name().name());
  }

  /// Null if it is not known.
  @Nullable TypeName of(Expression expression) {
    return switch (expression) {
      case Column column -> unlimited(columns.apply(column));
      case Cast cast -> unlimited(cast.type());
      case Constant constant when constant.kind() == ConstantKind.NUMBER ->
          NumericOperation.typeOf(constant);
      case Call call when call.function().schema() == null ->
          call(call.function().name(), call.arguments().isEmpty() ? null : first(call));
      case Special special when CHOICES.contains(special.word()) -> choice(special.arguments());
      case Case cases -> choice(results(cases));
      case Prefix prefix when "+-".contains(prefix.operator().name()) -> of(prefix.operand());
      // Asked for its parts again and again, a long chain would take forever.
      case Binary binary -> operations.computeIfAbsent(binary, this::operation).orElse(null);
      default -> null;
    };
  }

  private static @Nullable TypeName unlimited(@Nullable TypeName type) {
    return type == null
        ? null
        : new TypeName(type.name(), List.of(), type.arrayDimensions(), false, null);
  }

  private @Nullable TypeName first(Call call) {
    return of(call.arguments().getFirst().value());
  }

  private static @Nullable TypeName call(String function, @Nullable TypeName argument) {
    if (TEXT_FUNCTIONS.contains(function)) {
      return TEXT;
    }
    if (function.startsWith("extract ")) {
      return NUMERIC;
    }
    return switch (function) {
      case "now" -> ZONED;
      case "length",
          "char_length",
          "octet_length",
          "position",
          "strpos",
          "array_length",
          "cardinality",
          "jsonb_array_length",
          "json_array_length" ->
          INTEGER;
      case "count", "row_number", "rank", "dense_rank" -> BIGINT;
      case "random", "date_part" -> DOUBLE;
      case "numeric" -> NUMERIC;
      case "abs", "min", "max", "lag", "lead", "first_value", "last_value" -> argument;
      case "round", "ceil", "ceiling", "floor", "trunc" -> argument == null ? null : real(argument);
      case "avg" -> argument == null ? null : real(argument);
      case "sum" -> argument == null ? null : sum(argument);
      default -> null;
    };
  }

  /// What a function returns that exists for `numeric` and `double precision` only.
  private static @Nullable TypeName real(TypeName argument) {
    return switch (argument.text()) {
      case "numeric" -> NUMERIC;
      case "double precision", "real" -> DOUBLE;
      default -> null;
    };
  }

  private static @Nullable TypeName sum(TypeName argument) {
    return switch (argument.text()) {
      case "smallint", "integer" -> BIGINT;
      case "bigint", "numeric" -> NUMERIC;
      case "double precision" -> DOUBLE;
      default -> null;
    };
  }

  private Optional<TypeName> operation(Binary binary) {
    if (OF_JSON.contains(binary.operator().name()) && binary.operator().schema() == null) {
      return Optional.of(TEXT);
    }
    var left = of(binary.left());
    var right = of(binary.right());
    if (binary.operator().equals(JOIN) && (isText(left) || isText(right))) {
      return Optional.of(TEXT);
    }
    if (left != null && right != null && left.name().name().startsWith("timestamp")) {
      var isShift = binary.operator().schema() == null && right.isBuiltIn("interval");
      return isShift && "+-".contains(binary.operator().name())
          ? Optional.of(left)
          : Optional.empty();
    }
    return Optional.ofNullable(NumericOperation.result(binary.operator(), left, right));
  }

  private static List<Expression> results(Case cases) {
    var results = new ArrayList<Expression>();
    // PostgreSQL looks at it first.
    if (cases.otherwise() != null) {
      results.add(cases.otherwise());
    }
    cases.branches().forEach(branch -> results.add(branch.result()));
    return results;
  }

  private static boolean isWord(Expression operand) {
    return operand instanceof Constant constant
        && (constant.kind() == ConstantKind.STRING || constant.kind() == ConstantKind.NULL);
  }

  private static boolean isFraction(Constant constant) {
    return constant.kind() == ConstantKind.NUMBER
        && NumericOperation.typeOf(constant).isBuiltIn("numeric");
  }

  /// One type that all of them have, except for constants that take any. Of several types of text,
  /// the first.
  private @Nullable TypeName choice(List<Expression> operands) {
    TypeName type = null;
    if (operands.stream().allMatch(ExpressionTypes::isWord)) {
      return operands.isEmpty() ? null : TEXT;
    }
    for (var operand : operands) {
      if (operand instanceof Constant constant && !isFraction(constant)) {
        continue;
      }
      var own = of(operand);
      if (own != null && type != null && isText(own) && isText(type)) {
        continue;
      }
      if (own == null || (type != null && !own.equals(type))) {
        return null;
      }
      type = own;
    }
    return type;
  }
}
