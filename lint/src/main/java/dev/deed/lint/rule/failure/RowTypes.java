package dev.deed.lint.rule.failure;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.Optional;

/// A statement for types that names a relation: tables and views have types of their own, which
/// only statements for tables and views change.
final class RowTypes implements Refusals {

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        TypeEffect.AltersDomain.class,
        TypeEffect.AltersAttribute.class,
        TypeEffect.AddsEnumValue.class,
        TypeEffect.RenamesEnumValue.class,
        ObjectEffect.Renames.class,
        ObjectEffect.MovesToSchema.class,
        ObjectEffect.ChangesOwner.class,
        ObjectEffect.Comments.class,
        ObjectEffect.Drops.class,
        PrivilegeEffect.ChangesPrivileges.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case TypeEffect.AltersDomain e -> wrong(e.type(), "a domain", e.span(), known);
      case TypeEffect.AltersAttribute e -> wrong(e.type(), "a composite type", e.span(), known);
      case TypeEffect.AddsEnumValue e -> wrong(e.type(), "an enum", e.span(), known);
      case TypeEffect.RenamesEnumValue e -> wrong(e.type(), "an enum", e.span(), known);
      case ObjectEffect.Renames e -> altered(e.object(), e.span(), known);
      case ObjectEffect.MovesToSchema e -> altered(e.object(), e.span(), known);
      case ObjectEffect.ChangesOwner e -> altered(e.object(), e.span(), known);
      case ObjectEffect.Drops e -> altered(e.object(), e.span(), known);
      case ObjectEffect.Comments e -> domain(e.object(), e.span(), known);
      case PrivilegeEffect.ChangesPrivileges e ->
          e.objects().stream().flatMap(o -> domain(o, e.span(), known).stream()).findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> altered(ObjectName object, Span span, Known known) {
    return object.kind() == ObjectKind.TYPE
        ? wrong(object.name(), "a type of its own", span, known)
        : domain(object, span, known);
  }

  private static Optional<Refusal> domain(ObjectName object, Span span, Known known) {
    return object.kind() == ObjectKind.DOMAIN
        ? wrong(object.name(), "a domain", span, known)
        : Optional.empty();
  }

  private static Optional<Refusal> wrong(
      QualifiedName written, String wanted, Span span, Known known) {
    var name = known.type(new TypeName(written, List.of(), 0, false, null)).name();
    if (name.schema() == null || known.catalog().type(name).isPresent()) {
      return Optional.empty();
    }
    return known
        .relationNamed(name)
        .filter(n -> WrongKinds.READ.contains(n.kind()))
        .flatMap(n ->
            Refusal.of(
                span,
                "%s is a %s%s, not %s"
                    .formatted(n.name().dotted(), known.kindOf(n), known.created(n), wanted),
                "write the statement for a %s, or name another type".formatted(known.kindOf(n)),
                n));
  }
}
