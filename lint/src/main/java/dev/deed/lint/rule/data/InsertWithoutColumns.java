package dev.deed.lint.rule.data;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;

/// Finds `INSERT` that relies on the order of the columns.
final class InsertWithoutColumns implements EffectCheck<WritesRows> {

  @Override
  public void check(WritesRows writes, RuleView view) {
    if (writes.writing() != Writing.INSERT || !writes.columns().isEmpty()) {
      return;
    }
    var table = view.relation(writes.relation());
    var names = view.catalog().columns(table).stream().map(c -> c.part()).toList();
    var message =
        "the values depend on the order of the columns of %s, which can differ between databases"
            .formatted(table.dotted());
    var advice = "name the columns" + (names.isEmpty() ? "" : ": " + SafeSql.list(names));
    view.report(writes.span(), message, advice, ObjectName.table(table));
  }
}
