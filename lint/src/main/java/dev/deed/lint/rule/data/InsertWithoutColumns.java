package dev.deed.lint.rule.data;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.SafeSql;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;

/// `INSERT` that relies on the order of the columns.
final class InsertWithoutColumns implements EffectLook<WritesRows> {

  @Override
  public void look(WritesRows writes, Scene scene) {
    if (writes.writing() != Writing.INSERT || !writes.columns().isEmpty()) {
      return;
    }
    var table = scene.relation(writes.relation());
    var names = scene.catalog().columns(table).stream().map(c -> c.part()).toList();
    var message =
        "the values are told apart by the order of the columns of %s, which differs between databases that came to it in different ways"
            .formatted(table.dotted());
    var advice = "name the columns" + (names.isEmpty() ? "" : ": " + SafeSql.list(names));
    scene.report(writes.span(), message, advice, ObjectName.table(table));
  }
}
