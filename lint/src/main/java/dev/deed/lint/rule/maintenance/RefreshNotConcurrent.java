package dev.deed.lint.rule.maintenance;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.ViewEffect.RefreshesView;
import dev.deed.sql.schema.Relation.Index;

/// Finds `REFRESH MATERIALIZED VIEW` without `CONCURRENTLY`.
final class RefreshNotConcurrent implements EffectCheck<RefreshesView> {

  @Override
  public void check(RefreshesView refreshes, RuleView view) {
    var name = view.relation(refreshes.view());
    var refreshed = view.catalog().view(name);
    var isEmpty = refreshed.filter(v -> !v.withData()).isPresent();
    if (refreshes.concurrently() || isEmpty || view.isNewRelation(name)) {
      return;
    }
    var message = "this blocks reads of %s while its query runs".formatted(name.dotted());
    var concurrently = "REFRESH MATERIALIZED VIEW CONCURRENTLY " + refreshes.view().quoted() + ";";
    var hasKey =
        refreshed.isEmpty()
            || view.catalog().indexes(name).stream().anyMatch(RefreshNotConcurrent::isKey);
    var advice =
        hasKey
            ? "refresh it concurrently, which does not block reads and needs a unique index\n"
                + concurrently
            : "create a unique index in a migration before this one, then refresh it concurrently, which does not block reads: "
                + concurrently;
    view.report(
        refreshes.span(), message, advice, ObjectName.of(ObjectKind.MATERIALIZED_VIEW, name));
  }

  /// Whether the index is one that `CONCURRENTLY` can use: unique, on plain columns, over all rows.
  private static boolean isKey(Index index) {
    return index.unique()
        && index.where() == null
        && index.elements().stream().allMatch(e -> e.column() != null);
  }
}
