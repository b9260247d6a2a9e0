package dev.deed.lint.rule.data;

import dev.deed.lint.facts.Batches;
import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;

/// `UPDATE` or `DELETE` of all rows.
final class WriteWithoutWhere implements EffectLook<WritesRows> {

  @Override
  public void look(WritesRows writes, Scene scene) {
    var table = scene.relation(writes.relation());
    var object = ObjectName.table(table);
    var isUpdate = writes.writing() == Writing.UPDATE;
    if (writes.filtered()
        || (!isUpdate && writes.writing() != Writing.DELETE)
        || scene.isNewRelation(table)
        || scene.undoes(object)
        || scene.hasDirective("backfill")
        // Then what it does under the locks is told.
        || (isUpdate && !scene.held().isEmpty())) {
      return;
    }
    var message =
        isUpdate
            ? "changes every row of %s in one transaction: each stays locked until the last is done"
            : "deletes every row of %s";
    var advice = "say which rows are meant; if all of them: " + Batches.advice(writes, scene);
    scene.report(writes.span(), message.formatted(table.dotted()), advice, object);
  }
}
