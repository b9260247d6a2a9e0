package dev.deed.lint.rule.index;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectName;

/// Finds indexes with more than three columns that are not unique.
final class WideIndex implements EffectCheck<CreatesIndex> {

  private static final int MANY = 3;

  @Override
  public void check(CreatesIndex index, RuleView view) {
    var columns = index.elements().size();
    if (index.unique() || columns <= MANY || !index.method().equals("btree")) {
      return;
    }
    var table = view.relation(index.table());
    view.report(
        index.span(),
        "this index of %s has %d columns: those after the third rarely narrow a search, and every write has to maintain them"
            .formatted(table.dotted(), columns),
        "keep the most selective columns, first those that are compared with =; put columns that are only returned into INCLUDE",
        ObjectName.table(table));
  }
}
