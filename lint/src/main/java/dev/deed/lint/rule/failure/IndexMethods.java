package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an index method does not do.
final class IndexMethods implements Refusals {

  private static final Set<String> NOT_UNIQUE = Set.of("hash", "gin", "gist", "spgist", "brin");
  private static final Set<String> ONE_COLUMN = Set.of("hash", "spgist");
  private static final Set<String> WITHOUT_INCLUDE = Set.of("hash", "gin", "brin");
  private static final Set<String> NOT_EXCLUDING = Set.of("gin", "brin");

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(CreatesIndex.class, AddsConstraint.class, CreatesTable.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case CreatesIndex e -> index(e);
      case AddsConstraint e -> constraint(e.constraint());
      case CreatesTable e ->
          e.definition().constraints().stream().flatMap(c -> constraint(c).stream()).findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> index(CreatesIndex effect) {
    var method = effect.method();
    if (effect.unique() && NOT_UNIQUE.contains(method)) {
      return no(effect, "unique indexes");
    }
    if (effect.elements().size() > 1 && ONE_COLUMN.contains(method)) {
      return no(effect, "indexes on several columns");
    }
    if (!effect.include().isEmpty() && WITHOUT_INCLUDE.contains(method)) {
      return no(effect, "INCLUDE");
    }
    return NOT_UNIQUE.contains(method)
            && effect.elements().stream().anyMatch(e -> e.descending() || e.nullsFirst() != null)
        ? no(effect, "DESC, NULLS FIRST or NULLS LAST")
        : Optional.empty();
  }

  private static Optional<Refusal> no(CreatesIndex effect, String what) {
    return Refusal.of(
        effect.span(),
        "the index method %s has no %s".formatted(effect.method(), what),
        "use btree, or leave it out");
  }

  private static Optional<Refusal> constraint(Constraint constraint) {
    return constraint.rule() instanceof Constraint.Exclude exclude
            && NOT_EXCLUDING.contains(exclude.method())
        ? Refusal.of(
            constraint.span(),
            "the index method %s has no exclusion constraints".formatted(exclude.method()),
            "use gist")
        : Optional.empty();
  }
}
