package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ViewEffect.RefreshesView;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.View;
import java.util.List;
import java.util.Optional;

/// `REFRESH MATERIALIZED VIEW CONCURRENTLY` without what it needs.
final class MaterializedViews implements Refusals {

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(RefreshesView.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return effect instanceof RefreshesView refreshes && refreshes.concurrently()
        ? concurrently(refreshes, known)
        : Optional.empty();
  }

  private static Optional<Refusal> concurrently(RefreshesView effect, Known known) {
    if (!effect.withData()) {
      return Refusal.of(
          effect.span(),
          "CONCURRENTLY and WITH NO DATA exclude each other",
          "leave one of the two out");
    }
    var view = known.relation(effect.view()).flatMap(n -> known.certain(n, View.class));
    if (view.isEmpty() || view.get().name().kind() != ObjectKind.MATERIALIZED_VIEW) {
      return Optional.empty();
    }
    var name = view.get().qualifiedName();
    if (!view.get().withData()) {
      return Refusal.of(
          effect.span(),
          "%s has no rows yet, and CONCURRENTLY needs what an earlier refresh left%s"
              .formatted(name.dotted(), known.created(view.get().name())),
          "leave CONCURRENTLY out of the first refresh",
          view.get().name());
    }
    return known.catalog().indexes(name).stream().noneMatch(MaterializedViews::isFit)
        ? Refusal.of(
            effect.span(),
            "%s has no unique index on columns, without a condition, which CONCURRENTLY needs"
                .formatted(name.dotted()),
            "create one first: CREATE UNIQUE INDEX ON %s (...), or leave CONCURRENTLY out"
                .formatted(effect.view().quoted()),
            view.get().name())
        : Optional.empty();
  }

  private static boolean isFit(Index index) {
    return index.unique() && index.where() == null && !UniqueKeys.columns(index).isEmpty();
  }
}
