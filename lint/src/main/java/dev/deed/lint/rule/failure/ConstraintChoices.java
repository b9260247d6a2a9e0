package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ForeignKeyAction;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.AltersConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.ValidatesConstraint;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What constraints of a kind do not do.
final class ConstraintChoices implements Refusals {

  /// From this version on, `ALTER CONSTRAINT` changes more than foreign keys, but no other kind's
  /// deferrability.
  private static final int ALTERS_OTHERS = 18;

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        CreatesTable.class,
        AddsConstraint.class,
        ValidatesConstraint.class,
        AltersConstraint.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case CreatesTable e ->
          e.definition().constraints().stream()
              .flatMap(c -> constraint(c, e.table(), generated(e), known).stream())
              .findFirst();
      case AddsConstraint e -> constraint(e.constraint(), e.table(), Set.of(), known);
      case ValidatesConstraint e -> validated(e, known);
      case AltersConstraint e
          when known.runsBefore(ALTERS_OTHERS) || e.change().deferrability() != null ->
          altered(e, known);
      default -> Optional.empty();
    };
  }

  private static Set<String> generated(CreatesTable effect) {
    return Set.copyOf(
        effect.definition().columns().stream()
            .filter(c -> c.generated() != null)
            .map(c -> c.name())
            .toList());
  }

  private static Optional<Refusal> constraint(
      Constraint constraint, QualifiedName table, Set<String> generated, Known known) {
    return constraint.rule() instanceof ForeignKey key
        ? key(key, constraint.span(), table, generated, known)
        : Optional.empty();
  }

  private static Optional<Refusal> key(
      ForeignKey key, Span span, QualifiedName table, Set<String> generated, Known known) {
    for (var column : key.onDelete().columns()) {
      if (!key.columns().contains(column)) {
        return Refusal.of(
            span,
            "ON DELETE sets %s, which is not in the key".formatted(Identifier.quoted(column)),
            "name columns of the key: " + String.join(", ", key.columns()));
      }
    }
    for (var column : key.columns()) {
      var isGenerated =
          generated.contains(column)
              || known.column(table, column).filter(c -> c.generated() != null).isPresent();
      if (isGenerated && isSetting(key.onDelete().action())) {
        return Refusal.of(
            span,
            "ON DELETE would set %s, which is generated".formatted(Identifier.quoted(column)),
            "use another action");
      }
    }
    return deferrable(key, span, known);
  }

  private static boolean isSetting(ForeignKeyAction action) {
    return action == ForeignKeyAction.SET_NULL || action == ForeignKeyAction.SET_DEFAULT;
  }

  /// The key of the referenced table is checked at once.
  private static Optional<Refusal> deferrable(ForeignKey key, Span span, Known known) {
    var parent = known.table(key.parent());
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    var matching =
        known.catalog().constraints(parent.get().qualifiedName()).stream()
            .filter(c -> isReferenced(c, key))
            .toList();
    return !matching.isEmpty()
            && matching.stream()
                .allMatch(
                    c -> known.catalog().isCertain(c.name()) && c.deferrability().deferrable())
            && known.catalog().indexes(parent.get().qualifiedName()).stream()
                .noneMatch(i -> i.unique() && i.constraint() == null)
        ? Refusal.of(
            span,
            "%s of %s is DEFERRABLE, and foreign keys cannot reference such keys"
                .formatted(matching.getFirst().part(), parent.get().qualifiedName().dotted()),
            "make the referenced key NOT DEFERRABLE",
            matching.getFirst().name())
        : Optional.empty();
  }

  private static boolean isReferenced(TableConstraint constraint, ForeignKey key) {
    return key.parentColumns().isEmpty()
        ? constraint.rule() instanceof Constraint.PrimaryKey
        : Set.copyOf(UniqueKeys.columns(constraint.rule())).equals(Set.copyOf(key.parentColumns()));
  }

  private static Optional<Refusal> validated(ValidatesConstraint effect, Known known) {
    return found(effect.table(), effect.constraint(), known)
        .filter(c ->
            c.rule() instanceof Constraint.Unique
                || c.rule() instanceof Constraint.PrimaryKey
                || c.rule() instanceof Constraint.Exclude)
        .flatMap(c ->
            Refusal.of(
                effect.span(),
                "%s is not a check constraint or a foreign key%s"
                    .formatted(c.part(), known.created(c.name())),
                "remove the statement: such constraints are always valid",
                c.name()));
  }

  private static Optional<TableConstraint> found(
      QualifiedName table, String constraint, Known known) {
    return known
        .catalog()
        .constraint(known.name(table), constraint)
        .filter(c -> known.catalog().isCertain(c.name()));
  }

  private static Optional<Refusal> altered(AltersConstraint effect, Known known) {
    return found(effect.table(), effect.constraint(), known)
        .filter(c -> isOther(c.rule()))
        .flatMap(c ->
            Refusal.of(
                effect.span(),
                "%s is not a foreign key%s, and only such constraints can be altered like this"
                    .formatted(c.part(), known.created(c.name())),
                "drop the constraint, and add it again",
                c.name()));
  }

  private static boolean isOther(Constraint.Rule rule) {
    return List.of(
            Check.class,
            Constraint.Unique.class,
            Constraint.PrimaryKey.class,
            Constraint.Exclude.class)
        .contains(rule.getClass());
  }
}
