package dev.deed.lint.rule.index;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectName;

/// Finds `CREATE INDEX` without `CONCURRENTLY`.
final class IndexNotConcurrent implements EffectCheck<CreatesIndex> {

  @Override
  public void check(CreatesIndex index, RuleView view) {
    var table = view.relation(index.table());
    if (index.concurrently()
        || view.isNewRelation(table)
        || isPartitioned(index, view)
        || isThere(index, table, view)) {
      return;
    }
    var message =
        "this index build blocks INSERT, UPDATE and DELETE on %s until the whole table is scanned"
            .formatted(table.dotted());
    var advice =
        "build it concurrently, which does not block writes; deed runs this outside a transaction\n"
            + SafeSql.inserted(view, "CONCURRENTLY", "INDEX")
            + ";";
    view.report(index.span(), message, advice, ObjectName.table(table));
  }

  /// Whether `IF NOT EXISTS` applies: the index already exists.
  private static boolean isThere(CreatesIndex index, QualifiedName table, RuleView view) {
    return index.ifNotExists()
        && view.catalog().indexes(table).stream()
            .anyMatch(i -> i.name().name().name().equals(index.name()));
  }

  /// Whether the table is partitioned. If it is unknown, `ONLY` decides: it is used for partitioned
  /// tables, whose own index is empty.
  private static boolean isPartitioned(CreatesIndex index, RuleView view) {
    var known = view.catalog().table(view.relation(index.table()));
    return known.map(t -> t.partitionBy() != null).orElse(index.only());
  }
}
