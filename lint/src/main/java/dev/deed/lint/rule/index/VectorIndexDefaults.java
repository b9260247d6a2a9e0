package dev.deed.lint.rule.index;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectName;

/// Finds pgvector indexes without parameters, and those that are built before the table has rows.
final class VectorIndexDefaults implements EffectCheck<CreatesIndex> {

  @Override
  public void check(CreatesIndex index, RuleView view) {
    var lists = index.method().equals("ivfflat");
    if (!lists && !index.method().equals("hnsw")) {
      return;
    }
    var table = view.relation(index.table());
    if (lists && view.isNewRelation(table)) {
      view.report(
          index.span(),
          "ivfflat computes its lists from the rows of %s, which has none yet: the index will find few of the nearest rows later"
              .formatted(table.dotted()),
          "build it in a later migration, when the table has rows, or use hnsw",
          ObjectName.table(table));
    } else if (index.options().isEmpty()) {
      view.report(
          index.span(),
          "this index of %s has no parameters, so its speed and accuracy are those of the defaults"
              .formatted(table.dotted()),
          "choose the parameters by measuring: "
              + (lists
                  ? "WITH (lists = ...), about a thousandth of the rows"
                  : "start with WITH (m = 16, ef_construction = 64)"),
          ObjectName.table(table));
    }
  }
}
