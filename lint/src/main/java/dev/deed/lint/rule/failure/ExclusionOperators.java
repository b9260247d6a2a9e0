package dev.deed.lint.rule.failure;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ExcludeElement;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Operators of exclusion constraints that no order has, or that do not mean the same with their
/// sides swapped.
final class ExclusionOperators implements Refusals {

  private static final Set<String> ONE_SIDED = Set.of("<", "<=", ">", ">=");
  private static final String EQUAL = "=";

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(AddsConstraint.class, CreatesTable.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case AddsConstraint e -> constraint(e.constraint(), e.table(), effect, known);
      case CreatesTable e ->
          e.definition().constraints().stream()
              .flatMap(c -> constraint(c, e.table(), effect, known).stream())
              .findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> constraint(
      Constraint constraint, QualifiedName table, Effect effect, Known known) {
    if (!(constraint.rule() instanceof Exclude exclude)
        || known.catalog().hasAny(ObjectKind.OPERATOR)
        || known.catalog().hasAny(ObjectKind.OPERATOR_CLASS)) {
      return Optional.empty();
    }
    return exclude.elements().stream()
        .filter(e -> isOfOrderedType(e, exclude.method(), table, effect, known))
        .flatMap(e -> operator(e.operator().name(), constraint).stream())
        .findFirst();
  }

  private static boolean isOfOrderedType(
      ExcludeElement element, String method, QualifiedName table, Effect effect, Known known) {
    var column = element.element().column();
    if (column == null || element.element().operatorClass() != null) {
      return false;
    }
    var type = OperatorClasses.type(column, table, effect, known);
    return type != null && OperatorClasses.areOrdered(method, type);
  }

  private static Optional<Refusal> operator(String operator, Constraint constraint) {
    if (ONE_SIDED.contains(operator)) {
      return refusal(
          constraint, "%s is not commutative, as exclusion asks for".formatted(operator));
    }
    return operator.equals(EQUAL)
        ? Optional.empty()
        : refusal(
            constraint, "%s does not belong to the index's operator class".formatted(operator));
  }

  private static Optional<Refusal> refusal(Constraint constraint, String message) {
    return Refusal.of(
        constraint.span(), message, "write WITH =, or use gist and an operator that it has");
  }
}
