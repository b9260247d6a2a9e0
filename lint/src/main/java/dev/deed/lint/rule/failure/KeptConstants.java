package dev.deed.lint.rule.failure;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Binary;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.Expression.In;
import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Constants in expressions that are cast to a type, or compared with a column, whose values they
/// are not: PostgreSQL converts them when it reads the statement.
final class KeptConstants implements Refusals {

  private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

  /// @param type whose value it is not
  record Wrong(String value, TypeName type) {
    String reason() {
      return "'%s' is not a value of %s".formatted(value, type.text());
    }

    String advice() {
      return "write a value of %s, or another type".formatted(type.text());
    }
  }

  @Override
  public List<Class<? extends Effect>> kinds() {
    return Kept.KINDS;
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    for (var kept : Kept.of(effect)) {
      for (var part : KeptExpressions.parts(kept.expression().tree())) {
        var wrong = wrong(part, c -> column(c, kept.table(), effect, known), known);
        if (wrong.isPresent()) {
          return Refusal.of(kept.span(), wrong.get().reason(), wrong.get().advice());
        }
        var argument =
            ArgumentTypes.wrong(part, c -> column(c, kept.table(), effect, known), known);
        if (argument.isPresent()) {
          return Refusal.of(kept.span(), argument.get().reason(), argument.get().advice());
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable TypeName column(
      Column column, @Nullable QualifiedName table, Effect effect, Known known) {
    if (table == null || column.path().size() != 1) {
      return null;
    }
    if (effect instanceof CreatesTable creates) {
      return creates.definition().columns().stream()
          .filter(c -> c.name().equals(column.name()) && c.type() != null)
          .map(c -> known.type(c.type()))
          .findFirst()
          .orElse(null);
    }
    return known.typeOf(table, column.name()).orElse(null);
  }

  /// What is wrong with this part of an expression itself, its own parts aside.
  ///
  /// @param types of columns, resolved; null for any that is not known
  static Optional<Wrong> wrong(
      Expression part, Function<Column, @Nullable TypeName> types, Known known) {
    return switch (part) {
      case Cast cast -> first(List.of(cast.value()), known.type(cast.type()), known);
      case Binary binary when isComparison(binary, known) ->
          binary.left() instanceof Column column
              ? ofColumn(column, List.of(binary.right()), types, known)
              : binary.right() instanceof Column other
                  ? ofColumn(other, List.of(binary.left()), types, known)
                  : Optional.empty();
      case In in when in.operand() instanceof Column column && hasNoOwnOperators(known) ->
          // Constants of an IN have one type, which others among its values may decide.
          in.values().stream().allMatch(KeptConstants::isText)
              ? ofColumn(column, in.values(), types, known)
              : Optional.empty();
      default -> ChosenConstants.wrong(part, types, known);
    };
  }

  private static boolean isComparison(Binary binary, Known known) {
    return COMPARISONS.contains(binary.operator().name()) && hasNoOwnOperators(known);
  }

  private static boolean hasNoOwnOperators(Known known) {
    return !known.catalog().hasAny(ObjectKind.OPERATOR);
  }

  private static boolean isText(Expression value) {
    return value instanceof Constant(var kind, _) && kind == ConstantKind.STRING;
  }

  private static Optional<Wrong> ofColumn(
      Column column,
      List<Expression> values,
      Function<Column, @Nullable TypeName> types,
      Known known) {
    if (values.stream().noneMatch(KeptConstants::isText)) {
      return Optional.empty();
    }
    var type = types.apply(column);
    return type == null ? Optional.empty() : first(values, type, known);
  }

  private static Optional<Wrong> first(List<Expression> values, TypeName type, Known known) {
    return values.stream()
        .filter(v -> isText(v) && Literals.isRefused(type, v, known))
        .map(v -> new Wrong(((Constant) v).value(), type))
        .findFirst();
  }
}
