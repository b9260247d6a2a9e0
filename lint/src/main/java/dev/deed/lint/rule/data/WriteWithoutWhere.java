package dev.deed.lint.rule.data;

import dev.deed.lint.facts.Batches;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;

/// Finds `UPDATE` and `DELETE` of all rows.
final class WriteWithoutWhere implements EffectCheck<WritesRows> {

  @Override
  public void check(WritesRows writes, RuleView view) {
    var table = view.relation(writes.relation());
    var object = ObjectName.table(table);
    var isUpdate = writes.writing() == Writing.UPDATE;
    if (writes.filtered()
        || (!isUpdate && writes.writing() != Writing.DELETE)
        || view.isNewRelation(table)
        || view.undoes(object)
        || view.runsInBatches()
        // With locks held, WorkUnderLock reports it.
        || (isUpdate && !view.held().isEmpty())) {
      return;
    }
    var message =
        isUpdate
            ? "this changes every row of %s in one transaction: each row stays locked until the last one is done"
            : "this deletes every row of %s";
    var advice = "add a condition; if every row is meant, " + Batches.advice(writes, view);
    view.report(writes.span(), message.formatted(table.dotted()), advice, object);
  }
}
