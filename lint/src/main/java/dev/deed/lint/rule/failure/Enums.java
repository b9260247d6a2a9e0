package dev.deed.lint.rule.failure;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType;
import dev.deed.sql.schema.DataType.EnumType;
import java.util.List;
import java.util.Optional;

/// Changes of a type that is not an enum, or of values that the enum does not have.
final class Enums implements Refusals {

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(TypeEffect.AddsEnumValue.class, TypeEffect.RenamesEnumValue.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case TypeEffect.AddsEnumValue e -> {
        var wrong = notAnEnum(e, known);
        var neighbor = e.neighbor();
        yield wrong.isPresent() || neighbor == null ? wrong : withoutLabel(e, neighbor, known);
      }
      case TypeEffect.RenamesEnumValue e ->
          notAnEnum(e, known).or(() -> withoutLabel(e, e.label(), known));
      default -> Optional.empty();
    };
  }

  static Optional<DataType> type(QualifiedName written, Known known) {
    var resolved = known.type(new TypeName(written, List.of(), 0, false, null)).name();
    return known.catalog().type(resolved).filter(t -> known.catalog().isCertain(t.name()));
  }

  static Optional<EnumType> of(QualifiedName written, Known known) {
    return type(written, known).filter(EnumType.class::isInstance).map(EnumType.class::cast);
  }

  private static Optional<Refusal> notAnEnum(TypeEffect effect, Known known) {
    return type(effect.type(), known)
        .filter(t -> !(t instanceof EnumType))
        .flatMap(t ->
            Refusal.of(
                effect.span(),
                "%s is not an enum%s".formatted(t.name().name().dotted(), known.created(t.name())),
                "name an enum",
                t.name()));
  }

  private static Optional<Refusal> withoutLabel(TypeEffect effect, String label, Known known) {
    return of(effect.type(), known)
        .filter(e -> !e.labels().contains(label))
        .flatMap(e ->
            Refusal.of(
                effect.span(),
                "%s has no value '%s'".formatted(e.name().name().dotted(), label),
                Known.near(
                    label, e.labels(), "it has '%s'".formatted(String.join("', '", e.labels()))),
                e.name()));
  }
}
